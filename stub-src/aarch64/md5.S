/*
 * MD5 on aarch64: RFC 1321, 3.4. The arguments of the steps are those of the RFC.
 *
 * long md5_blocks(uint32_t state[4], const void *data, long blocks)
 *
 *   C ABI in (AAPCS64)                used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  x0    state             -> x0    A, B, C, D as numbers of this CPU; read and written
 *   arg 2  x1    data              -> x1    the current block, 64 bytes at any address; read
 *   arg 3  x2    blocks, 0 or more -> x2    the end of the last block
 *
 *   w3 to w6     a, b, c, d
 *   w7 to w10    scratch
 *
 *   result x0: the end of the last block
 *   clobbered: x2 to x10, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state and data; no branch but on the number of blocks.
 */

	A	.req	w3
	B	.req	w4
	C	.req	w5
	D	.req	w6
	X	.req	w7
	Y	.req	w8

/* a + X[k] + T[i] */
	.macro	begin a, k, t
	ldr	w9, [x1, #4 * \k]
	movz	w10, #\t & 0xffff
	movk	w10, #\t >> 16, lsl #16
	add	w9, w9, w10
	add	\a, \a, w9
	.endm

/* a = b + ((a + f(b, c, d)) <<< s), where f is in X */
	.macro	step a, b, s
	add	\a, \a, X
	ror	\a, \a, #32 - \s
	add	\a, \a, \b
	.endm

/* F(b, c, d) = (b & c) | (~b & d), which is ((c ^ d) & b) ^ d */
	.macro	F a, b, c, d, k, s, t
	begin	\a, \k, \t
	eor	X, \c, \d
	and	X, X, \b
	eor	X, X, \d
	step	\a, \b, \s
	.endm

/* G(b, c, d) = (b & d) | (c & ~d); the two have no bit in common, so they can be added one by one, b as the last */
	.macro	G a, b, c, d, k, s, t
	begin	\a, \k, \t
	bic	Y, \c, \d
	and	X, \b, \d
	add	\a, \a, Y
	step	\a, \b, \s
	.endm

/* H(b, c, d) = b ^ c ^ d */
	.macro	H a, b, c, d, k, s, t
	begin	\a, \k, \t
	eor	X, \c, \d
	eor	X, X, \b
	step	\a, \b, \s
	.endm

/* I(b, c, d) = c ^ (b | ~d) */
	.macro	I a, b, c, d, k, s, t
	begin	\a, \k, \t
	orn	X, \b, \d
	eor	X, X, \c
	step	\a, \b, \s
	.endm

	.text

	.globl	md5_blocks
	.type	md5_blocks, @function
	.p2align 4
md5_blocks:
	.cfi_startproc
	hint	#34			/* bti c; nothing on a CPU that does not know it */
	add	x2, x1, x2, lsl #6
	ldp	A, B, [x0]
	ldp	C, D, [x0, #8]
	b	2f
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
	ldp	w7, w8, [x0]
	ldp	w9, w10, [x0, #8]
	add	A, A, w7
	add	B, B, w8
	add	C, C, w9
	add	D, D, w10
	stp	A, B, [x0]
	stp	C, D, [x0, #8]
	add	x1, x1, #64
2:	cmp	x1, x2
	b.ne	1b
	mov	x0, x1
	ret
	.cfi_endproc
	.size	md5_blocks, . - md5_blocks

	.include "marks.inc"
