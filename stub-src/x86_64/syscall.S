/*
 * The x86_64 stub: load the registers, execute `syscall`, return; or that for several calls, up to the first that
 * fails.
 *
 * syscall_3 and syscall_6:
 *
 *   C ABI in (System V)               kernel ABI out
 *   ------------------------------    -------------------------------------
 *   arg 1  rdi   number            -> rax   number
 *   arg 2  rsi   argument 1        -> rdi
 *   arg 3  rdx   argument 2        -> rsi
 *   arg 4  rcx   argument 3        -> rdx
 *   arg 5  r8    argument 4        -> r10   (C would use rcx, which `syscall` needs)
 *   arg 6  r9    argument 5        -> r8
 *   arg 7  8(%rsp) argument 6      -> r9
 *
 *   result rax: 0..2^63-1 or an address on success, -4095..-1 is -errno
 *   clobbered by `syscall`: rcx (return address), r11 (flags); both are
 *   caller-saved in the C ABI, so nothing needs to be kept here
 *
 * syscall_n: each call is 64 bytes, laid out as follows. Argument 1 is not given itself but by the distance, in bytes
 * from the call to where it stands, so that it can be the result of another call; all else is taken as it is.
 *
 *   struct call                       kernel ABI out
 *   ------------------------------    -------------------------------------
 *    0(%rbx)       number          -> rax
 *    8(%rbx)       distance        -> rdi   from distance(%rbx)
 *   16(%rbx)       argument 2      -> rsi
 *   24(%rbx)       argument 3      -> rdx
 *   32(%rbx)       argument 4      -> r10
 *   40(%rbx)       argument 5      -> r8
 *   48(%rbx)       argument 6      -> r9
 *   56(%rbx)       result          <- rax
 *
 *   rbp  the first call               rbx, rbp and r12 are callee-saved in the
 *   rbx  the current call             C ABI, so they are kept on the stack;
 *   r12  the end of the last call     `syscall` leaves them alone
 *
 *   result rax: how many calls were made; the last of them is the one that failed, if any did
 *
 * No memory access but these and the one argument that C passes on the stack, no errno, no libc.
 */

	.text

/* long syscall_3(long number, long a1, long a2, long a3) */
	.globl	syscall_3
	.type	syscall_3, @function
	.p2align 4
syscall_3:
	.cfi_startproc
	endbr64
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	syscall
	ret
	.cfi_endproc
	.size	syscall_3, . - syscall_3

/* long syscall_6(long number, long a1, long a2, long a3, long a4, long a5, long a6) */
	.globl	syscall_6
	.type	syscall_6, @function
	.p2align 4
syscall_6:
	.cfi_startproc
	endbr64
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	movq	%r8, %r10
	movq	%r9, %r8
	movq	8(%rsp), %r9
	syscall
	ret
	.cfi_endproc
	.size	syscall_6, . - syscall_6

/* long syscall_n(struct call *calls, long count) */
	.globl	syscall_n
	.type	syscall_n, @function
	.p2align 4
syscall_n:
	.cfi_startproc
	endbr64
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %rbx, 0
	pushq	%rbp
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %rbp, 0
	pushq	%r12
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %r12, 0
	movq	%rdi, %rbp
	movq	%rdi, %rbx
	shlq	$6, %rsi
	leaq	(%rdi,%rsi), %r12
	jmp	2f
1:	movq	8(%rbx), %rdi
	movq	(%rbx,%rdi), %rdi
	movq	16(%rbx), %rsi
	movq	24(%rbx), %rdx
	movq	32(%rbx), %r10
	movq	40(%rbx), %r8
	movq	48(%rbx), %r9
	movq	(%rbx), %rax
	syscall
	movq	%rax, 56(%rbx)
	addq	$64, %rbx
	cmpq	$-4095, %rax
	jae	3f			/* unsigned: -4095..-1 are the largest */
2:	cmpq	%r12, %rbx
	jb	1b
3:	movq	%rbx, %rax
	subq	%rbp, %rax
	shrq	$6, %rax
	popq	%r12
	.cfi_adjust_cfa_offset -8
	.cfi_restore %r12
	popq	%rbp
	.cfi_adjust_cfa_offset -8
	.cfi_restore %rbp
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore %rbx
	ret
	.cfi_endproc
	.size	syscall_n, . - syscall_n

	.include "marks.inc"
