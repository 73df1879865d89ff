/*
 * The riscv64 stub: load the registers, execute `ecall`, return; or that for several calls, up to the first that fails.
 *
 * syscall_3 and syscall_6:
 *
 *   C ABI in (LP64D)                  kernel ABI out
 *   ------------------------------    -------------------------------------
 *   arg 1  a0    number            -> a7    number
 *   arg 2  a1    argument 1        -> a0
 *   arg 3  a2    argument 2        -> a1
 *   arg 4  a3    argument 3        -> a2
 *   arg 5  a4    argument 4        -> a3
 *   arg 6  a5    argument 5        -> a4
 *   arg 7  a6    argument 6        -> a5
 *
 *   result a0: 0..2^63-1 or an address on success, -4095..-1 is -errno
 *   clobbered by `ecall`: a0 and the vector registers; they and a7 are
 *   caller-saved in the C ABI, so nothing needs to be kept here
 *
 * syscall_n: each call is 64 bytes, laid out as follows. Argument 1 is not given itself but by the distance, in bytes
 * from the call to where it stands, so that it can be the result of another call; all else is taken as it is.
 *
 *   struct call                       kernel ABI out
 *   ------------------------------    -------------------------------------
 *    0(t0)         number          -> a7
 *    8(t0)         distance        -> a0    from t0 + distance
 *   16(t0)         argument 2      -> a1
 *   24(t0)         argument 3      -> a2
 *   32(t0)         argument 4      -> a3
 *   40(t0)         argument 5      -> a4
 *   48(t0)         argument 6      -> a5
 *   56(t0)         result          <- a0
 *
 *   t0   the current call             t0 to t3 are caller-saved in the C ABI,
 *   t1   the first call               and `ecall` leaves them alone, so nothing
 *   t2   the end of the last call     needs to be kept on the stack
 *   t3   -4095
 *
 *   result a0: how many calls were made; the last of them is the one that failed, if any did
 *
 * No memory access but these, no stack, no errno, no libc. No landing pads: the extension that has them (Zicfilp) is
 * newer than the tools that build and check this.
 */

	.option	norvc			/* nothing that a CPU may lack */
	.text

/* long syscall_3(long number, long a1, long a2, long a3) */
	.globl	syscall_3
	.type	syscall_3, @function
	.p2align 4
syscall_3:
	.cfi_startproc
	mv	a7, a0
	mv	a0, a1
	mv	a1, a2
	mv	a2, a3
	ecall
	ret
	.cfi_endproc
	.size	syscall_3, . - syscall_3

/* long syscall_6(long number, long a1, long a2, long a3, long a4, long a5, long a6) */
	.globl	syscall_6
	.type	syscall_6, @function
	.p2align 4
syscall_6:
	.cfi_startproc
	mv	a7, a0
	mv	a0, a1
	mv	a1, a2
	mv	a2, a3
	mv	a3, a4
	mv	a4, a5
	mv	a5, a6
	ecall
	ret
	.cfi_endproc
	.size	syscall_6, . - syscall_6

/* long syscall_n(struct call *calls, long count) */
	.globl	syscall_n
	.type	syscall_n, @function
	.p2align 4
syscall_n:
	.cfi_startproc
	mv	t0, a0
	mv	t1, a0
	slli	a1, a1, 6
	add	t2, a0, a1
	li	t3, -4095
	j	2f
1:	ld	a7, 0(t0)
	ld	a0, 8(t0)
	add	a0, a0, t0
	ld	a0, 0(a0)
	ld	a1, 16(t0)
	ld	a2, 24(t0)
	ld	a3, 32(t0)
	ld	a4, 40(t0)
	ld	a5, 48(t0)
	ecall
	sd	a0, 56(t0)
	addi	t0, t0, 64
	bgeu	a0, t3, 3f		/* unsigned: -4095..-1 are the largest */
2:	bltu	t0, t2, 1b
3:	sub	a0, t0, t1
	srli	a0, a0, 6
	ret
	.cfi_endproc
	.size	syscall_n, . - syscall_n

/* The stack never needs to be executable. */
	.section .note.GNU-stack, "", @progbits
