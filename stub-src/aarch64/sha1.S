/*
 * SHA-1 on aarch64 by the crypto extensions: FIPS 180-4, 6.1.2.
 *
 * long sha1_blocks(uint32_t state[5], const void *data, long blocks)
 *
 *   C ABI in (AAPCS64)                used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  x0    state             -> x0    H0 to H4 as numbers of this CPU; read and written
 *   arg 2  x1    data              -> x1    the current block, 64 bytes at any address; read
 *   arg 3  x2    blocks, 0 or more -> x2    the end of the last block
 *
 *   v0           a to d, the first in the lowest lane
 *   v1, v2       by turns, in the lowest lane: e of the current rounds and of the next
 *   v3           K[t] + W[t] of the current rounds
 *   v4..v7       the last 16 words of the schedule, four in each, the first in the lowest lane
 *   v16..v19     the four constants K, each in all lanes
 *   v20, v21     a to d and e before this block
 *   w3           scratch
 *
 *   result x0: the end of the last block
 *   clobbered: x2, x3, v0 to v7, v16 to v21, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state and data; no branch but on the number of blocks.
 * The CPU must have SHA1.
 */

	.arch	armv8-a+crypto

	.macro	constant v, value
	movz	w3, #\value & 0xffff
	movk	w3, #\value >> 16, lsl #16
	dup	v\v\().4s, w3
	.endm

/* W[t] for the next four t, of which w16 holds W[t - 16] before, w12 W[t - 12], and so on */
	.macro	expand w16, w12, w8, w4
	sha1su0	v\w16\().4s, v\w12\().4s, v\w8\().4s
	sha1su1	v\w16\().4s, v\w4\().4s
	.endm

/* Four rounds, by f: c is Ch, p is Parity, m is Maj */
	.macro	rounds f, k, w, e, next
	add	v3.4s, v\k\().4s, v\w\().4s
	sha1h	s\next, s0
	sha1\f	q0, s\e, v3.4s
	.endm

	.text

	.globl	sha1_blocks
	.type	sha1_blocks, @function
	.p2align 4
sha1_blocks:
	.cfi_startproc
	hint	#34			/* bti c; nothing on a CPU that does not know it */
	add	x2, x1, x2, lsl #6
	constant 16, 0x5a827999		/* FIPS 180-4, 4.2.1 */
	constant 17, 0x6ed9eba1
	constant 18, 0x8f1bbcdc
	constant 19, 0xca62c1d6
	ld1	{v0.4s}, [x0]
	ldr	s1, [x0, #16]
	b	2f
1:	mov	v20.16b, v0.16b
	mov	v21.16b, v1.16b
	ld1	{v4.16b-v7.16b}, [x1], #64
	rev32	v4.16b, v4.16b
	rev32	v5.16b, v5.16b
	rev32	v6.16b, v6.16b
	rev32	v7.16b, v7.16b
	rounds	c, 16, 4, 1, 2
	rounds	c, 16, 5, 2, 1
	rounds	c, 16, 6, 1, 2
	rounds	c, 16, 7, 2, 1
	expand	4, 5, 6, 7
	rounds	c, 16, 4, 1, 2
	expand	5, 6, 7, 4
	rounds	p, 17, 5, 2, 1
	expand	6, 7, 4, 5
	rounds	p, 17, 6, 1, 2
	expand	7, 4, 5, 6
	rounds	p, 17, 7, 2, 1
	expand	4, 5, 6, 7
	rounds	p, 17, 4, 1, 2
	expand	5, 6, 7, 4
	rounds	p, 17, 5, 2, 1
	expand	6, 7, 4, 5
	rounds	m, 18, 6, 1, 2
	expand	7, 4, 5, 6
	rounds	m, 18, 7, 2, 1
	expand	4, 5, 6, 7
	rounds	m, 18, 4, 1, 2
	expand	5, 6, 7, 4
	rounds	m, 18, 5, 2, 1
	expand	6, 7, 4, 5
	rounds	m, 18, 6, 1, 2
	expand	7, 4, 5, 6
	rounds	p, 19, 7, 2, 1
	expand	4, 5, 6, 7
	rounds	p, 19, 4, 1, 2
	expand	5, 6, 7, 4
	rounds	p, 19, 5, 2, 1
	expand	6, 7, 4, 5
	rounds	p, 19, 6, 1, 2
	expand	7, 4, 5, 6
	rounds	p, 19, 7, 2, 1
	add	v0.4s, v0.4s, v20.4s
	add	v1.2s, v1.2s, v21.2s
2:	cmp	x1, x2
	b.ne	1b
	st1	{v0.4s}, [x0]
	str	s1, [x0, #16]
	mov	x0, x1
	ret
	.cfi_endproc
	.size	sha1_blocks, . - sha1_blocks

	.include "marks.inc"
