/*
 * What this x86_64 CPU has that the other functions here need: Intel 64 Architectures Software Developer's Manual,
 * CPUID and XGETBV.
 *
 * long cpu_features(void)
 *
 *   result rax: bits 0..31   CPUID leaf 1, ecx; its bit for AVX only where the kernel keeps AVX's registers, too
 *               bits 32..63  CPUID leaf 7, subleaf 0, ebx; 0 where there is no such leaf
 *
 *   esi                        leaf 1, ecx
 *   rdi                        rbx of the caller, which is callee-saved in the C ABI; `cpuid` writes to it
 *   eax, ebx, ecx, edx         as `cpuid` and `xgetbv` have them
 *   clobbered: rcx, rdx, rsi, rdi, flags; all are caller-saved in the C ABI, so nothing needs to be kept on the stack
 *
 * A leaf function. No stack, no memory.
 */

	.set	OSXSAVE, 27			/* bits of leaf 1, ecx */
	.set	AVX, 28
	.set	SSE_AND_AVX, 6			/* bits 1 and 2 of XCR0 */

	.text

	.globl	cpu_features
	.type	cpu_features, @function
	.p2align 4
cpu_features:
	.cfi_startproc
	endbr64
	movq	%rbx, %rdi
	.cfi_register %rbx, %rdi
	movl	$1, %eax
	cpuid
	movl	%ecx, %esi
	btl	$OSXSAVE, %esi
	jnc	1f
	xorl	%ecx, %ecx
	xgetbv
	notl	%eax
	testl	$SSE_AND_AVX, %eax
	jz	2f
1:	btrl	$AVX, %esi
2:	xorl	%eax, %eax
	cpuid
	cmpl	$7, %eax
	movl	$0, %eax
	jb	3f
	movl	$7, %eax
	xorl	%ecx, %ecx
	cpuid
	movl	%ebx, %eax
3:	shlq	$32, %rax
	orq	%rsi, %rax
	movq	%rdi, %rbx
	.cfi_restore %rbx
	ret
	.cfi_endproc
	.size	cpu_features, . - cpu_features

	.include "marks.inc"
