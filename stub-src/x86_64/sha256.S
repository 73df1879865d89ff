/*
 * SHA-256 on x86_64 by the SHA extensions: FIPS 180-4, 6.2.2. SHA-224 is the same from another initial state.
 *
 * long sha256_blocks(uint32_t state[8], const void *data, long blocks)
 *
 *   C ABI in (System V)               used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  rdi   state             -> rdi   H0 to H7 as numbers of this CPU; read and written
 *   arg 2  rsi   data              -> rsi   the current block, 64 bytes at any address; read
 *   arg 3  rdx   blocks, 0 or more -> rdx   the end of the last block
 *
 *   xmm0         K[t] + W[t] of the next rounds: sha256rnds2 takes them from here
 *   xmm1, xmm2   a b e f and c d g h, the first in the highest lane
 *   xmm3..xmm6   the last 16 words of the schedule, four in each, the first in the lowest lane
 *   xmm7         scratch
 *   xmm8         how to turn big-endian words into numbers
 *   xmm9, xmm10  a b e f and c d g h before this block
 *
 *   result rax: the end of the last block
 *   clobbered: rdx, rsi, xmm0 to xmm10, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state, data and the constants below; no branch but on the number of blocks.
 * The CPU must have SHA, SSSE3 and SSE4.1.
 */

	.set	KW, %xmm0
	.set	ABEF, %xmm1
	.set	CDGH, %xmm2
	.set	W0, %xmm3
	.set	W1, %xmm4
	.set	W2, %xmm5
	.set	W3, %xmm6
	.set	TEMP, %xmm7
	.set	SWAP, %xmm8
	.set	OLD_ABEF, %xmm9
	.set	OLD_CDGH, %xmm10

/* W[t] to W[t + 3], for t < 16 */
	.macro	load t, w
	movdqu	4 * \t(%rsi), \w
	pshufb	SWAP, \w
	.endm

/*
 * W[t] = s1(W[t - 2]) + W[t - 7] + s0(W[t - 15]) + W[t - 16], for four t: w16 holds W[t - 16] to W[t - 13] before and
 * W[t] to W[t + 3] after, w12 holds W[t - 12] to W[t - 9], and so on.
 */
	.macro	expand w16, w12, w8, w4
	sha256msg1 \w12, \w16			/* W[t - 16] + s0(W[t - 15]) */
	movdqa	\w4, TEMP
	palignr	$4, \w8, TEMP			/* W[t - 7] */
	paddd	TEMP, \w16
	sha256msg2 \w4, \w16			/* + s1(W[t - 2]) */
	.endm

/* Rounds t to t + 3. sha256rnds2 makes two, and leaves a b e f where c d g h was; what was a b e f is then c d g h. */
	.macro	rounds t, w
	movdqa	K + (\t) * 4(%rip), KW
	paddd	\w, KW
	sha256rnds2 %xmm0, ABEF, CDGH
	pshufd	$0x0e, KW, KW
	sha256rnds2 %xmm0, CDGH, ABEF
	.endm

	.text

	.globl	sha256_blocks
	.type	sha256_blocks, @function
	.p2align 4
sha256_blocks:
	.cfi_startproc
	endbr64
	shlq	$6, %rdx
	addq	%rsi, %rdx
	movdqa	big_endian(%rip), SWAP
	movdqu	(%rdi), ABEF			/* d c b a, from the highest lane on */
	movdqu	16(%rdi), CDGH			/* h g f e */
	pshufd	$0xb1, ABEF, TEMP		/* c d a b */
	pshufd	$0x1b, CDGH, CDGH		/* e f g h */
	movdqa	TEMP, ABEF
	palignr	$8, CDGH, ABEF			/* a b e f */
	pblendw	$0xf0, TEMP, CDGH		/* c d g h */
	jmp	2f
	.p2align 5
1:	movdqa	ABEF, OLD_ABEF
	movdqa	CDGH, OLD_CDGH
	load	0, W0
	rounds	0, W0
	load	4, W1
	rounds	4, W1
	load	8, W2
	rounds	8, W2
	load	12, W3
	rounds	12, W3
	.irp	t, 16, 32, 48
	expand	W0, W1, W2, W3
	rounds	\t, W0
	expand	W1, W2, W3, W0
	rounds	(\t + 4), W1
	expand	W2, W3, W0, W1
	rounds	(\t + 8), W2
	expand	W3, W0, W1, W2
	rounds	(\t + 12), W3
	.endr
	paddd	OLD_ABEF, ABEF
	paddd	OLD_CDGH, CDGH
	addq	$64, %rsi
2:	cmpq	%rdx, %rsi
	jne	1b
	pshufd	$0x1b, ABEF, TEMP		/* f e b a */
	pshufd	$0xb1, CDGH, CDGH		/* d c h g */
	movdqa	TEMP, ABEF
	pblendw	$0xf0, CDGH, ABEF		/* d c b a */
	palignr	$8, TEMP, CDGH			/* h g f e */
	movdqu	ABEF, (%rdi)
	movdqu	CDGH, 16(%rdi)
	movq	%rsi, %rax
	ret
	.cfi_endproc
	.size	sha256_blocks, . - sha256_blocks

	.section .rodata, "a", @progbits
	.p2align 4
big_endian:
	.byte	3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12

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
