/*
 * The x86_64 stub: load the registers, execute `syscall`, return.
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
 * No stack frame, no memory access but the one argument that C passes on the
 * stack, no errno, no libc.
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

/* The stack never needs to be executable. */
	.section .note.GNU-stack, "", @progbits

/* GNU_PROPERTY_X86_FEATURE_1_AND = IBT | SHSTK: every entry above is a landing pad, no return address is touched. */
	.section .note.gnu.property, "a", @note
	.p2align 3
	.long	4
	.long	16
	.long	5
	.asciz	"GNU"
	.long	0xc0000002
	.long	4
	.long	3
	.long	0
