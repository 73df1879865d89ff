/*
 * The aarch64 stub: load the registers, execute `svc #0`, return; or that for several calls, up to the first that
 * fails.
 *
 * syscall_3 and syscall_6:
 *
 *   C ABI in (AAPCS64)                kernel ABI out
 *   ------------------------------    -------------------------------------
 *   arg 1  x0    number            -> x8    number
 *   arg 2  x1    argument 1        -> x0
 *   arg 3  x2    argument 2        -> x1
 *   arg 4  x3    argument 3        -> x2
 *   arg 5  x4    argument 4        -> x3
 *   arg 6  x5    argument 5        -> x4
 *   arg 7  x6    argument 6        -> x5
 *
 *   result x0: 0..2^63-1 or an address on success, -4095..-1 is -errno
 *   clobbered by `svc`: x0 only; x8 is caller-saved in the C ABI, so
 *   nothing needs to be kept here
 *
 * syscall_n: each call is 64 bytes, laid out as follows. Argument 1 is not given itself but by the distance, in bytes
 * from the call to where it stands, so that it can be the result of another call; all else is taken as it is.
 *
 *   struct call                       kernel ABI out
 *   ------------------------------    -------------------------------------
 *    0(x9)         number          -> x8
 *    8(x9)         distance        -> x0    from x9 + distance
 *   16(x9)         argument 2      -> x1
 *   24(x9)         argument 3      -> x2
 *   32(x9)         argument 4      -> x3
 *   40(x9)         argument 5      -> x4
 *   48(x9)         argument 6      -> x5
 *   56(x9)         result          <- x0
 *
 *   x9   the current call             x9 to x11 are caller-saved in the C ABI,
 *   x10  the first call               and `svc` leaves them alone, so nothing
 *   x11  the end of the last call     needs to be kept on the stack
 *
 *   result x0: how many calls were made; the last of them is the one that failed, if any did
 *
 * No memory access but these, no stack, no errno, no libc.
 */

	.text

/* long syscall_3(long number, long a1, long a2, long a3) */
	.globl	syscall_3
	.type	syscall_3, @function
	.p2align 4
syscall_3:
	.cfi_startproc
	hint	#34			/* bti c; nothing on a CPU that does not know it */
	mov	x8, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	svc	#0
	ret
	.cfi_endproc
	.size	syscall_3, . - syscall_3

/* long syscall_6(long number, long a1, long a2, long a3, long a4, long a5, long a6) */
	.globl	syscall_6
	.type	syscall_6, @function
	.p2align 4
syscall_6:
	.cfi_startproc
	hint	#34
	mov	x8, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	mov	x3, x4
	mov	x4, x5
	mov	x5, x6
	svc	#0
	ret
	.cfi_endproc
	.size	syscall_6, . - syscall_6

/* long syscall_n(struct call *calls, long count) */
	.globl	syscall_n
	.type	syscall_n, @function
	.p2align 4
syscall_n:
	.cfi_startproc
	hint	#34
	mov	x9, x0
	mov	x10, x0
	add	x11, x0, x1, lsl #6
	b	2f
1:	ldr	x8, [x9]
	ldr	x0, [x9, #8]
	ldr	x0, [x9, x0]
	ldp	x1, x2, [x9, #16]
	ldp	x3, x4, [x9, #32]
	ldr	x5, [x9, #48]
	svc	#0
	str	x0, [x9, #56]
	add	x9, x9, #64
	cmn	x0, #4095
	b.hs	3f			/* a carry: -4095..-1 */
2:	cmp	x9, x11
	b.lo	1b
3:	sub	x0, x9, x10
	lsr	x0, x0, #6
	ret
	.cfi_endproc
	.size	syscall_n, . - syscall_n

	.include "marks.inc"
