/*
 * MD5 on x86_64: RFC 1321, 3.4. The names of the steps' arguments are those of the RFC.
 *
 * long md5_blocks(uint32_t state[4], const void *data, long blocks)
 *
 *   C ABI in (System V)               used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  rdi   state             -> rdi   A, B, C, D; read and written
 *   arg 2  rsi   data              -> rsi   the current block, 64 bytes at any address; read
 *   arg 3  rdx   blocks, 0 or more -> rdx   the end of the last block
 *
 *   eax, ecx, r8d, r9d        a, b, c, d
 *   r10d, r11d                scratch
 *
 *   result rax: the end of the last block
 *   clobbered: rcx, rdx, rsi, r8 to r11, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state and data; no branch but on the number of blocks.
 */

	.set	A, %eax
	.set	B, %ecx
	.set	C, %r8d
	.set	D, %r9d
	.set	X, %r10d
	.set	Y, %r11d

/* a = b + ((a + f(b, c, d) + X[k] + T[i]) <<< s), where f is in X by now, and in a already what f's macro has added to
 * it */
	.macro	step a, b, s
	addl	X, \a
	roll	$\s, \a
	addl	\b, \a
	.endm

/* F(b, c, d) = (b & c) | (~b & d), which is ((c ^ d) & b) ^ d */
	.macro	F a, b, c, d, k, s, t
	movl	\c, X
	addl	4 * \k(%rsi), \a
	xorl	\d, X
	addl	$\t, \a
	andl	\b, X
	xorl	\d, X
	step	\a, \b, \s
	.endm

/* G(b, c, d) = (b & d) | (c & ~d); the two have no bit in common, so they can be added one by one, b as the last */
	.macro	G a, b, c, d, k, s, t
	movl	\d, Y
	addl	4 * \k(%rsi), \a
	notl	Y
	addl	$\t, \a
	andl	\c, Y
	movl	\d, X
	addl	Y, \a
	andl	\b, X
	step	\a, \b, \s
	.endm

/* H(b, c, d) = b ^ c ^ d */
	.macro	H a, b, c, d, k, s, t
	movl	\c, X
	addl	4 * \k(%rsi), \a
	xorl	\d, X
	addl	$\t, \a
	xorl	\b, X
	step	\a, \b, \s
	.endm

/* I(b, c, d) = c ^ (b | ~d) */
	.macro	I a, b, c, d, k, s, t
	movl	\d, X
	addl	4 * \k(%rsi), \a
	notl	X
	addl	$\t, \a
	orl	\b, X
	xorl	\c, X
	step	\a, \b, \s
	.endm

	.text

	.globl	md5_blocks
	.type	md5_blocks, @function
	.p2align 4
md5_blocks:
	.cfi_startproc
	endbr64
	shlq	$6, %rdx
	addq	%rsi, %rdx
	movl	(%rdi), A
	movl	4(%rdi), B
	movl	8(%rdi), C
	movl	12(%rdi), D
	jmp	2f
	.p2align 5
1:
	F	A, B, C, D,  0,  7, 0xd76aa478
	F	D, A, B, C,  1, 12, 0xe8c7b756
	F	C, D, A, B,  2, 17, 0x242070db
	F	B, C, D, A,  3, 22, 0xc1bdceee
	F	A, B, C, D,  4,  7, 0xf57c0faf
	F	D, A, B, C,  5, 12, 0x4787c62a
	F	C, D, A, B,  6, 17, 0xa8304613
	F	B, C, D, A,  7, 22, 0xfd469501
	F	A, B, C, D,  8,  7, 0x698098d8
	F	D, A, B, C,  9, 12, 0x8b44f7af
	F	C, D, A, B, 10, 17, 0xffff5bb1
	F	B, C, D, A, 11, 22, 0x895cd7be
	F	A, B, C, D, 12,  7, 0x6b901122
	F	D, A, B, C, 13, 12, 0xfd987193
	F	C, D, A, B, 14, 17, 0xa679438e
	F	B, C, D, A, 15, 22, 0x49b40821
	G	A, B, C, D,  1,  5, 0xf61e2562
	G	D, A, B, C,  6,  9, 0xc040b340
	G	C, D, A, B, 11, 14, 0x265e5a51
	G	B, C, D, A,  0, 20, 0xe9b6c7aa
	G	A, B, C, D,  5,  5, 0xd62f105d
	G	D, A, B, C, 10,  9, 0x02441453
	G	C, D, A, B, 15, 14, 0xd8a1e681
	G	B, C, D, A,  4, 20, 0xe7d3fbc8
	G	A, B, C, D,  9,  5, 0x21e1cde6
	G	D, A, B, C, 14,  9, 0xc33707d6
	G	C, D, A, B,  3, 14, 0xf4d50d87
	G	B, C, D, A,  8, 20, 0x455a14ed
	G	A, B, C, D, 13,  5, 0xa9e3e905
	G	D, A, B, C,  2,  9, 0xfcefa3f8
	G	C, D, A, B,  7, 14, 0x676f02d9
	G	B, C, D, A, 12, 20, 0x8d2a4c8a
	H	A, B, C, D,  5,  4, 0xfffa3942
	H	D, A, B, C,  8, 11, 0x8771f681
	H	C, D, A, B, 11, 16, 0x6d9d6122
	H	B, C, D, A, 14, 23, 0xfde5380c
	H	A, B, C, D,  1,  4, 0xa4beea44
	H	D, A, B, C,  4, 11, 0x4bdecfa9
	H	C, D, A, B,  7, 16, 0xf6bb4b60
	H	B, C, D, A, 10, 23, 0xbebfbc70
	H	A, B, C, D, 13,  4, 0x289b7ec6
	H	D, A, B, C,  0, 11, 0xeaa127fa
	H	C, D, A, B,  3, 16, 0xd4ef3085
	H	B, C, D, A,  6, 23, 0x04881d05
	H	A, B, C, D,  9,  4, 0xd9d4d039
	H	D, A, B, C, 12, 11, 0xe6db99e5
	H	C, D, A, B, 15, 16, 0x1fa27cf8
	H	B, C, D, A,  2, 23, 0xc4ac5665
	I	A, B, C, D,  0,  6, 0xf4292244
	I	D, A, B, C,  7, 10, 0x432aff97
	I	C, D, A, B, 14, 15, 0xab9423a7
	I	B, C, D, A,  5, 21, 0xfc93a039
	I	A, B, C, D, 12,  6, 0x655b59c3
	I	D, A, B, C,  3, 10, 0x8f0ccc92
	I	C, D, A, B, 10, 15, 0xffeff47d
	I	B, C, D, A,  1, 21, 0x85845dd1
	I	A, B, C, D,  8,  6, 0x6fa87e4f
	I	D, A, B, C, 15, 10, 0xfe2ce6e0
	I	C, D, A, B,  6, 15, 0xa3014314
	I	B, C, D, A, 13, 21, 0x4e0811a1
	I	A, B, C, D,  4,  6, 0xf7537e82
	I	D, A, B, C, 11, 10, 0xbd3af235
	I	C, D, A, B,  2, 15, 0x2ad7d2bb
	I	B, C, D, A,  9, 21, 0xeb86d391
	addl	(%rdi), A
	movl	A, (%rdi)
	addl	4(%rdi), B
	movl	B, 4(%rdi)
	addl	8(%rdi), C
	movl	C, 8(%rdi)
	addl	12(%rdi), D
	movl	D, 12(%rdi)
	addq	$64, %rsi
2:	cmpq	%rdx, %rsi
	jne	1b
	movq	%rsi, %rax
	ret
	.cfi_endproc
	.size	md5_blocks, . - md5_blocks

	.include "marks.inc"
