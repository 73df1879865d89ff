/*
 * SHA-1 on x86_64 by the SHA extensions: FIPS 180-4, 6.1.2.
 *
 * long sha1_blocks(uint32_t state[5], const void *data, long blocks)
 *
 *   C ABI in (System V)               used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  rdi   state             -> rdi   H0 to H4 as numbers of this CPU; read and written
 *   arg 2  rsi   data              -> rsi   the current block, 64 bytes at any address; read
 *   arg 3  rdx   blocks, 0 or more -> rdx   the end of the last block
 *
 *   xmm0         a b c d, the first in the highest lane
 *   xmm1, xmm2   by turns: e + W[t] and W[t + 1] to W[t + 3], e in the highest lane; a b c d of four rounds before,
 *                whose a, rotated, is the next e
 *   xmm3..xmm6   the last 16 words of the schedule, four in each, the first in the highest lane
 *   xmm7         how to turn 16 bytes round
 *   xmm8, xmm9   a b c d and e before this block
 *
 *   result rax: the end of the last block
 *   clobbered: rdx, rsi, xmm0 to xmm9, flags; all are caller-saved in the C ABI, so nothing needs to be kept here
 *
 * A leaf function. No stack, no memory but state, data and the constant below; no branch but on the number of blocks.
 * The CPU must have SHA, SSSE3 and SSE4.1.
 */

	.set	ABCD, %xmm0
	.set	E0, %xmm1
	.set	E1, %xmm2
	.set	W0, %xmm3
	.set	W1, %xmm4
	.set	W2, %xmm5
	.set	W3, %xmm6
	.set	SWAP, %xmm7
	.set	OLD_ABCD, %xmm8
	.set	OLD_E, %xmm9

/* W[t] to W[t + 3], for t < 16 */
	.macro	load t, w
	movdqu	4 * \t(%rsi), \w
	pshufb	SWAP, \w
	.endm

/*
 * W[t] = ROTL1(W[t - 3] ^ W[t - 8] ^ W[t - 14] ^ W[t - 16]), for four t: w16 holds W[t - 16] to W[t - 13] before and
 * W[t] to W[t + 3] after, w12 holds W[t - 12] to W[t - 9], and so on.
 */
	.macro	expand w16, w12, w8, w4
	sha1msg1 \w12, \w16			/* W[t - 16] ^ W[t - 14] */
	pxor	\w8, \w16			/* ^ W[t - 8] */
	sha1msg2 \w4, \w16			/* ^ W[t - 3], rotated */
	.endm

/* Rounds t to t + 3: e holds a b c d of four rounds before; next holds a b c d of now afterwards. */
	.macro	rounds t, w, e, next
	sha1nexte \w, \e
	movdqa	ABCD, \next
	sha1rnds4 $(\t) / 20, \e, ABCD		/* f and K change every 20 rounds */
	.endm

	.text

	.globl	sha1_blocks
	.type	sha1_blocks, @function
	.p2align 4
sha1_blocks:
	.cfi_startproc
	endbr64
	shlq	$6, %rdx
	addq	%rsi, %rdx
	movdqa	backwards(%rip), SWAP
	movdqu	(%rdi), ABCD
	pshufd	$0x1b, ABCD, ABCD
	movd	16(%rdi), E0
	pslldq	$12, E0
	jmp	2f
	.p2align 5
1:	movdqa	ABCD, OLD_ABCD
	movdqa	E0, OLD_E
	load	0, W0
	paddd	W0, E0				/* this e is not yet to be rotated */
	movdqa	ABCD, E1
	sha1rnds4 $0, E0, ABCD
	load	4, W1
	rounds	4, W1, E1, E0
	load	8, W2
	rounds	8, W2, E0, E1
	load	12, W3
	rounds	12, W3, E1, E0
	.irp	t, 16, 32, 48, 64
	expand	W0, W1, W2, W3
	rounds	\t, W0, E0, E1
	expand	W1, W2, W3, W0
	rounds	(\t + 4), W1, E1, E0
	expand	W2, W3, W0, W1
	rounds	(\t + 8), W2, E0, E1
	expand	W3, W0, W1, W2
	rounds	(\t + 12), W3, E1, E0
	.endr
	sha1nexte OLD_E, E0			/* the last e is rotated as in a round */
	paddd	OLD_ABCD, ABCD
	addq	$64, %rsi
2:	cmpq	%rdx, %rsi
	jne	1b
	pshufd	$0x1b, ABCD, ABCD
	movdqu	ABCD, (%rdi)
	pextrd	$3, E0, 16(%rdi)
	movq	%rsi, %rax
	ret
	.cfi_endproc
	.size	sha1_blocks, . - sha1_blocks

	.section .rodata, "a", @progbits
	.p2align 4
backwards:
	.byte	15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0

	.include "marks.inc"
