/*
 * SHA-512 on aarch64 by the extension of ARMv8.2: FIPS 180-4, 6.4.2. SHA-384, SHA-512/224 and SHA-512/256 are the same
 * from other initial states.
 *
 * long sha512_blocks(uint64_t state[8], const void *data, long blocks)
 *
 *   C ABI in (AAPCS64)                used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  x0    state             -> x0    H0 to H7 as numbers of this CPU; read and written
 *   arg 2  x1    data              -> x1    the current block, 128 bytes at any address; read
 *   arg 3  x2    blocks, 0 or more -> x2    the end of the last block
 *
 *   v0..v4       by turns: a b, c d, e f, g h, the first in the lower lane; and one that is free
 *   v5           K[t] + W[t] and K[t + 1] + W[t + 1]; scratch
 *   v6, v7       scratch
 *   v16..v23     the last 16 words of the schedule, two in each, the first in the lower lane
 *   v24..v27     a to h before this block
 *   x3           K[t] of the next two rounds
 *
 *   result x0: the end of the last block
 *   clobbered: x2, x3, v0 to v7, v16 to v27, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state, data and the constants below; no branch but on the number of blocks.
 * The CPU must have SHA512.
 */

	.arch	armv8.2-a+sha3

/* W[t] and W[t + 1], of which w16 holds W[t - 16] and W[t - 15] before, w14 W[t - 14] and W[t - 13], and so on */
	.macro	expand w16, w14, w8, w6, w2
	ext	v5.16b, v\w8\().16b, v\w6\().16b, #8	/* W[t - 7], W[t - 6] */
	sha512su0 v\w16\().2d, v\w14\().2d
	sha512su1 v\w16\().2d, v\w2\().2d, v5.2d
	.endm

/* Two rounds; afterwards a b is in gh, c d in ab, e f in free, g h in ef */
	.macro	rounds w, ab, cd, ef, gh, free
	ldr	q5, [x3], #16
	add	v5.2d, v5.2d, v\w\().2d
	ext	v5.16b, v5.16b, v5.16b, #8
	ext	v6.16b, v\ef\().16b, v\gh\().16b, #8	/* f g */
	ext	v7.16b, v\cd\().16b, v\ef\().16b, #8	/* d e */
	add	v\gh\().2d, v\gh\().2d, v5.2d
	sha512h	q\gh, q6, v7.2d			/* T1 of both rounds, the first in the upper lane */
	add	v\free\().2d, v\cd\().2d, v\gh\().2d
	sha512h2 q\gh, q\cd, v\ab\().2d		/* T1 + T2 */
	.endm

	.text

	.globl	sha512_blocks
	.type	sha512_blocks, @function
	.p2align 4
sha512_blocks:
	.cfi_startproc
	hint	#34			/* bti c; nothing on a CPU that does not know it */
	add	x2, x1, x2, lsl #7
	ld1	{v0.2d-v3.2d}, [x0]
	b	2f
1:	ld1	{v16.16b-v19.16b}, [x1], #64
	ld1	{v20.16b-v23.16b}, [x1], #64
	.irp	w, 16, 17, 18, 19, 20, 21, 22, 23
	rev64	v\w\().16b, v\w\().16b
	.endr
	mov	v24.16b, v0.16b
	mov	v25.16b, v1.16b
	mov	v26.16b, v2.16b
	mov	v27.16b, v3.16b
	adr	x3, K
	rounds	16, 0, 1, 2, 3, 4
	rounds	17, 3, 0, 4, 2, 1
	rounds	18, 2, 3, 1, 4, 0
	rounds	19, 4, 2, 0, 1, 3
	rounds	20, 1, 4, 3, 0, 2
	rounds	21, 0, 1, 2, 3, 4
	rounds	22, 3, 0, 4, 2, 1
	rounds	23, 2, 3, 1, 4, 0
	expand	16, 17, 20, 21, 23
	rounds	16, 4, 2, 0, 1, 3
	expand	17, 18, 21, 22, 16
	rounds	17, 1, 4, 3, 0, 2
	expand	18, 19, 22, 23, 17
	rounds	18, 0, 1, 2, 3, 4
	expand	19, 20, 23, 16, 18
	rounds	19, 3, 0, 4, 2, 1
	expand	20, 21, 16, 17, 19
	rounds	20, 2, 3, 1, 4, 0
	expand	21, 22, 17, 18, 20
	rounds	21, 4, 2, 0, 1, 3
	expand	22, 23, 18, 19, 21
	rounds	22, 1, 4, 3, 0, 2
	expand	23, 16, 19, 20, 22
	rounds	23, 0, 1, 2, 3, 4
	expand	16, 17, 20, 21, 23
	rounds	16, 3, 0, 4, 2, 1
	expand	17, 18, 21, 22, 16
	rounds	17, 2, 3, 1, 4, 0
	expand	18, 19, 22, 23, 17
	rounds	18, 4, 2, 0, 1, 3
	expand	19, 20, 23, 16, 18
	rounds	19, 1, 4, 3, 0, 2
	expand	20, 21, 16, 17, 19
	rounds	20, 0, 1, 2, 3, 4
	expand	21, 22, 17, 18, 20
	rounds	21, 3, 0, 4, 2, 1
	expand	22, 23, 18, 19, 21
	rounds	22, 2, 3, 1, 4, 0
	expand	23, 16, 19, 20, 22
	rounds	23, 4, 2, 0, 1, 3
	expand	16, 17, 20, 21, 23
	rounds	16, 1, 4, 3, 0, 2
	expand	17, 18, 21, 22, 16
	rounds	17, 0, 1, 2, 3, 4
	expand	18, 19, 22, 23, 17
	rounds	18, 3, 0, 4, 2, 1
	expand	19, 20, 23, 16, 18
	rounds	19, 2, 3, 1, 4, 0
	expand	20, 21, 16, 17, 19
	rounds	20, 4, 2, 0, 1, 3
	expand	21, 22, 17, 18, 20
	rounds	21, 1, 4, 3, 0, 2
	expand	22, 23, 18, 19, 21
	rounds	22, 0, 1, 2, 3, 4
	expand	23, 16, 19, 20, 22
	rounds	23, 3, 0, 4, 2, 1
	expand	16, 17, 20, 21, 23
	rounds	16, 2, 3, 1, 4, 0
	expand	17, 18, 21, 22, 16
	rounds	17, 4, 2, 0, 1, 3
	expand	18, 19, 22, 23, 17
	rounds	18, 1, 4, 3, 0, 2
	expand	19, 20, 23, 16, 18
	rounds	19, 0, 1, 2, 3, 4
	expand	20, 21, 16, 17, 19
	rounds	20, 3, 0, 4, 2, 1
	expand	21, 22, 17, 18, 20
	rounds	21, 2, 3, 1, 4, 0
	expand	22, 23, 18, 19, 21
	rounds	22, 4, 2, 0, 1, 3
	expand	23, 16, 19, 20, 22
	rounds	23, 1, 4, 3, 0, 2
	add	v0.2d, v0.2d, v24.2d
	add	v1.2d, v1.2d, v25.2d
	add	v2.2d, v2.2d, v26.2d
	add	v3.2d, v3.2d, v27.2d
2:	cmp	x1, x2
	b.ne	1b
	st1	{v0.2d-v3.2d}, [x0]
	mov	x0, x1
	ret
	.cfi_endproc
	.size	sha512_blocks, . - sha512_blocks

	.section .rodata, "a", @progbits
	.p2align 4
/* FIPS 180-4, 4.2.3: the first 64 bits of the fractional parts of the cube roots of the first 80 primes */
K:
	.quad	0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc
	.quad	0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118
	.quad	0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2
	.quad	0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694
	.quad	0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65
	.quad	0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5
	.quad	0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4
	.quad	0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70
	.quad	0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df
	.quad	0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b
	.quad	0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30
	.quad	0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8
	.quad	0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8
	.quad	0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3
	.quad	0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec
	.quad	0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b
	.quad	0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178
	.quad	0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b
	.quad	0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c
	.quad	0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817

	.include "marks.inc"
