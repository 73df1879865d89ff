/*
 * SHA-256 on aarch64 by the crypto extensions: FIPS 180-4, 6.2.2. SHA-224 is the same from another initial state.
 *
 * long sha256_blocks(uint32_t state[8], const void *data, long blocks)
 *
 *   C ABI in (AAPCS64)                used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  x0    state             -> x0    H0 to H7 as numbers of this CPU; read and written
 *   arg 2  x1    data              -> x1    the current block, 64 bytes at any address; read
 *   arg 3  x2    blocks, 0 or more -> x2    the end of the last block
 *
 *   v0, v1       a to d and e to h, the first in the lowest lane
 *   v2           a to d before the current rounds; scratch
 *   v3           K[t] + W[t] of the current rounds; scratch
 *   v4..v7       the last 16 words of the schedule, four in each, the first in the lowest lane
 *   v16..v31     K[0] to K[63]
 *   x3           scratch
 *
 *   result x0: the end of the last block
 *   clobbered: x2, x3, v0 to v7, v16 to v31, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state, data and the constants below; no branch but on the number of blocks.
 * The CPU must have SHA2.
 */

	.arch	armv8-a+crypto

/* W[t] for the next four t, of which w16 holds W[t - 16] before, w12 W[t - 12], and so on */
	.macro	expand w16, w12, w8, w4
	sha256su0 v\w16\().4s, v\w12\().4s
	sha256su1 v\w16\().4s, v\w8\().4s, v\w4\().4s
	.endm

/* Four rounds */
	.macro	rounds k, w
	add	v3.4s, v\k\().4s, v\w\().4s
	mov	v2.16b, v0.16b
	sha256h	q0, q1, v3.4s
	sha256h2 q1, q2, v3.4s
	.endm

	.text

	.globl	sha256_blocks
	.type	sha256_blocks, @function
	.p2align 4
sha256_blocks:
	.cfi_startproc
	hint	#34			/* bti c; nothing on a CPU that does not know it */
	add	x2, x1, x2, lsl #6
	adr	x3, K
	ld1	{v16.4s-v19.4s}, [x3], #64
	ld1	{v20.4s-v23.4s}, [x3], #64
	ld1	{v24.4s-v27.4s}, [x3], #64
	ld1	{v28.4s-v31.4s}, [x3]
	ld1	{v0.4s-v1.4s}, [x0]
	b	2f
1:	ld1	{v4.16b-v7.16b}, [x1], #64
	rev32	v4.16b, v4.16b
	rev32	v5.16b, v5.16b
	rev32	v6.16b, v6.16b
	rev32	v7.16b, v7.16b
	rounds	16, 4
	rounds	17, 5
	rounds	18, 6
	rounds	19, 7
	expand	4, 5, 6, 7
	rounds	20, 4
	expand	5, 6, 7, 4
	rounds	21, 5
	expand	6, 7, 4, 5
	rounds	22, 6
	expand	7, 4, 5, 6
	rounds	23, 7
	expand	4, 5, 6, 7
	rounds	24, 4
	expand	5, 6, 7, 4
	rounds	25, 5
	expand	6, 7, 4, 5
	rounds	26, 6
	expand	7, 4, 5, 6
	rounds	27, 7
	expand	4, 5, 6, 7
	rounds	28, 4
	expand	5, 6, 7, 4
	rounds	29, 5
	expand	6, 7, 4, 5
	rounds	30, 6
	expand	7, 4, 5, 6
	rounds	31, 7
	ld1	{v2.4s-v3.4s}, [x0]
	add	v0.4s, v0.4s, v2.4s
	add	v1.4s, v1.4s, v3.4s
	st1	{v0.4s-v1.4s}, [x0]
2:	cmp	x1, x2
	b.ne	1b
	mov	x0, x1
	ret
	.cfi_endproc
	.size	sha256_blocks, . - sha256_blocks

	.section .rodata, "a", @progbits
	.p2align 4
/* FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes */
K:
	.long	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5
	.long	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174
	.long	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da
	.long	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967
	.long	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85
	.long	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070
	.long	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3
	.long	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2

	.include "marks.inc"
