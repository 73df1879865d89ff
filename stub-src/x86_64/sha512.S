/*
 * SHA-512 on x86_64: FIPS 180-4, 6.4.2. SHA-384, SHA-512/224 and SHA-512/256 are the same from other initial states.
 *
 * long sha512_blocks(uint64_t state[8], const void *data, long blocks)
 *
 *   C ABI in (System V)               used as
 *   ------------------------------    -------------------------------------------------------------------
 *   arg 1  rdi   state             -> rdi   H0 to H7 as numbers of this CPU; read and written
 *   arg 2  rsi   data              -> rsi   the current block, 128 bytes at any address; read
 *   arg 3  rdx   blocks, 0 or more -> rdx   the end of the last block
 *
 *   rax, rbx, rcx, r8 to r12    a to h
 *   rbp                         K[t] of the current 16 rounds
 *   r13, r14                    by turns: a ^ b of this round and of the round before, where it is b ^ c of now;
 *                               scratch
 *   r15                         scratch
 *
 *   xmm0..xmm7   the last 16 words of the schedule, two in each, the first in the lower lane: in general registers
 *                there is no room for them, and on the stack they do not belong
 *   xmm8         K[t] + W[t] and K[t + 1] + W[t + 1]
 *   xmm9..xmm11  scratch
 *   xmm12        how to turn big-endian words into numbers
 *
 *   result rax: the end of the last block
 *   clobbered: rcx, rdx, rsi, r8 to r11, xmm0 to xmm12, flags, which are caller-saved in the C ABI; rbx, rbp and r12
 *   to r15 are not, and are kept on the stack
 *
 * A leaf function. No memory but state, data, the constants below and what it keeps; no branch but on the number of
 * blocks. The CPU must have BMI2 and AVX, and the kernel keep the registers of AVX.
 */

	.set	a, %rax
	.set	b, %rbx
	.set	c, %rcx
	.set	d, %r8
	.set	e, %r9
	.set	f, %r10
	.set	g, %r11
	.set	h, %r12
	.set	K_t, %rbp
	.set	X, %r13
	.set	Y, %r14
	.set	Z, %r15
	.set	W0, %xmm0
	.set	W1, %xmm1
	.set	W2, %xmm2
	.set	W3, %xmm3
	.set	W4, %xmm4
	.set	W5, %xmm5
	.set	W6, %xmm6
	.set	W7, %xmm7
	.set	KW, %xmm8
	.set	P, %xmm9
	.set	Q, %xmm10
	.set	R, %xmm11
	.set	SWAP, %xmm12

/* W[t] and W[t + 1], for t < 16 */
	.macro	load t, w
	vmovdqu	8 * \t(%rsi), \w
	vpshufb	SWAP, \w, \w
	.endm

/* x = ROTR(n, x) ^ ROTR(m, x) ^ SHR(k, x), by way of Q */
	.macro	small_sigma n, m, k, x
	vpsrlq	$\n, \x, Q
	vpsllq	$64 - \n, \x, R
	vpxor	R, Q, Q
	vpsrlq	$\m, \x, R
	vpxor	R, Q, Q
	vpsllq	$64 - \m, \x, R
	vpxor	R, Q, Q
	vpsrlq	$\k, \x, R
	vpxor	R, Q, Q
	.endm

/*
 * W[t] = s1(W[t - 2]) + W[t - 7] + s0(W[t - 15]) + W[t - 16], for two t: w16 holds W[t - 16] and W[t - 15] before and
 * W[t] and W[t + 1] after, w14 holds W[t - 14] and W[t - 13], and so on.
 */
	.macro	expand w16, w14, w8, w6, w2
	vpalignr $8, \w16, \w14, P		/* W[t - 15] */
	small_sigma 1, 8, 7, P
	vpaddq	Q, \w16, \w16
	vpalignr $8, \w8, \w6, P		/* W[t - 7] */
	vpaddq	P, \w16, \w16
	small_sigma 19, 61, 6, \w2
	vpaddq	Q, \w16, \w16
	.endm

/* x = ROTR(l, from) ^ ROTR(m, from) ^ ROTR(n, from), by way of scratch */
	.macro	big_sigma l, m, n, from, x, scratch
	rorxq	$\l, \from, \x
	rorxq	$\m, \from, \scratch
	xorq	\scratch, \x
	rorxq	$\n, \from, \scratch
	xorq	\scratch, \x
	.endm

/*
 * One round; Z holds K[t] + W[t]. Afterwards h is the new a, and d the new e. In bc is b ^ c before and nothing after,
 * in ab nothing before and a ^ b after, which is the next round's b ^ c.
 */
	.macro	round a, b, c, d, e, f, g, h, bc, ab
	addq	Z, \h
	movq	\f, Z				/* Ch(e, f, g) = (e & f) ^ (~e & g) = ((f ^ g) & e) ^ g */
	xorq	\g, Z
	andq	\e, Z
	xorq	\g, Z
	addq	Z, \h
	big_sigma 14, 18, 41, \e, Z, \ab
	addq	Z, \h				/* T1 */
	addq	\h, \d
	big_sigma 28, 34, 39, \a, Z, \ab
	addq	Z, \h
	movq	\a, \ab				/* Maj(a, b, c) = (a & b) ^ (a & c) ^ (b & c) = ((a ^ b) & (b ^ c)) ^ b */
	xorq	\b, \ab
	andq	\ab, \bc
	xorq	\b, \bc
	addq	\bc, \h				/* T1 + T2 */
	.endm

/* Rounds t and t + 1, for the t-th K[t] and W[t] of the current 16; wt becomes W[t + 16] and W[t + 17] if there are
 * more */
	.macro	rounds t, more, wt, w2, w8, w10, w14, a, b, c, d, e, f, g, h
	vpaddq	8 * \t(K_t), \wt, KW
	vmovq	KW, Z
	.if	\more
	expand	\wt, \w2, \w8, \w10, \w14
	.endif
	round	\a, \b, \c, \d, \e, \f, \g, \h, Y, X
	vpextrq	$1, KW, Z
	round	\h, \a, \b, \c, \d, \e, \f, \g, X, Y
	.endm

	.macro	rounds16 more
	rounds	 0, \more, W0, W1, W4, W5, W7, a, b, c, d, e, f, g, h
	rounds	 2, \more, W1, W2, W5, W6, W0, g, h, a, b, c, d, e, f
	rounds	 4, \more, W2, W3, W6, W7, W1, e, f, g, h, a, b, c, d
	rounds	 6, \more, W3, W4, W7, W0, W2, c, d, e, f, g, h, a, b
	rounds	 8, \more, W4, W5, W0, W1, W3, a, b, c, d, e, f, g, h
	rounds	10, \more, W5, W6, W1, W2, W4, g, h, a, b, c, d, e, f
	rounds	12, \more, W6, W7, W2, W3, W5, e, f, g, h, a, b, c, d
	rounds	14, \more, W7, W0, W3, W4, W6, c, d, e, f, g, h, a, b
	.endm

	.macro	keep register
	pushq	\register
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset \register, 0
	.endm

	.macro	bring_back register
	popq	\register
	.cfi_adjust_cfa_offset -8
	.cfi_restore \register
	.endm

	.text

	.globl	sha512_blocks
	.type	sha512_blocks, @function
	.p2align 4
sha512_blocks:
	.cfi_startproc
	endbr64
	.irp	register, %rbx, %rbp, %r12, %r13, %r14, %r15
	keep	\register
	.endr
	shlq	$7, %rdx
	addq	%rsi, %rdx
	vmovdqa	big_endian(%rip), SWAP
	movq	(%rdi), a
	movq	8(%rdi), b
	movq	16(%rdi), c
	movq	24(%rdi), d
	movq	32(%rdi), e
	movq	40(%rdi), f
	movq	48(%rdi), g
	movq	56(%rdi), h
	jmp	3f
	.p2align 5
1:	load	0, W0
	load	2, W1
	load	4, W2
	load	6, W3
	load	8, W4
	load	10, W5
	load	12, W6
	load	14, W7
	leaq	K(%rip), K_t
	movq	b, Y
	xorq	c, Y
2:	rounds16 1
	addq	$8 * 16, K_t
	leaq	K + 8 * 64(%rip), Z
	cmpq	Z, K_t
	jne	2b
	rounds16 0
	addq	(%rdi), a
	movq	a, (%rdi)
	addq	8(%rdi), b
	movq	b, 8(%rdi)
	addq	16(%rdi), c
	movq	c, 16(%rdi)
	addq	24(%rdi), d
	movq	d, 24(%rdi)
	addq	32(%rdi), e
	movq	e, 32(%rdi)
	addq	40(%rdi), f
	movq	f, 40(%rdi)
	addq	48(%rdi), g
	movq	g, 48(%rdi)
	addq	56(%rdi), h
	movq	h, 56(%rdi)
	subq	$-128, %rsi
3:	cmpq	%rdx, %rsi
	jne	1b
	movq	%rsi, %rax
	.irp	register, %r15, %r14, %r13, %r12, %rbp, %rbx
	bring_back \register
	.endr
	ret
	.cfi_endproc
	.size	sha512_blocks, . - sha512_blocks

	.section .rodata, "a", @progbits
	.p2align 4
big_endian:
	.byte	7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8

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
