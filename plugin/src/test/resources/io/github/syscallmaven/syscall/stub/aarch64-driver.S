/*
 * A program without libc that calls block functions of the aarch64 stub, for qemu-user: it reads an image, makes the
 * calls that are laid out in it, and writes the image back with what they have done. The stub is part of it as the
 * file that is shipped.
 *
 *   image                             registers, all callee-saved in the C ABI
 *   ------------------------------    ----------------------------------------
 *    0   how many calls               x19  the image
 *   16   40 bytes for each call:      x20  the calls left
 *        where the function is in     x21  the next call
 *        the stub's file, its three   x22  the stub
 *        arguments, its result
 *
 * IMAGE_SIZE is the image's size.
 */

	.equ	READ, 63
	.equ	WRITE, 64
	.equ	EXIT_GROUP, 94

	.section .image, "aw", @nobits
	.p2align 12
image:	.skip	IMAGE_SIZE

	.text
	.p2align 12
stub:	.incbin	"libsyscall.so"
	.p2align 4

	.globl	_start
_start:
	ldr	x19, =image
	mov	x1, x19
	ldr	x2, =IMAGE_SIZE
1:	mov	x0, #0				/* read(0, rest of the image, its size), to the end */
	mov	x8, #READ
	svc	#0
	cmp	x0, #0
	b.le	2f
	add	x1, x1, x0
	subs	x2, x2, x0
	b.ne	1b

2:	ldr	x20, [x19]
	add	x21, x19, #16
	adr	x22, stub
	b	4f
3:	ldr	x9, [x21]
	add	x9, x9, x22
	ldp	x0, x1, [x21, #8]
	ldr	x2, [x21, #24]
	blr	x9
	str	x0, [x21, #32]
	add	x21, x21, #40
	sub	x20, x20, #1
4:	cbnz	x20, 3b

	mov	x0, #1				/* write(1, image, its size) */
	mov	x1, x19
	ldr	x2, =IMAGE_SIZE
	mov	x8, #WRITE
	svc	#0
	mov	x0, #0
	mov	x8, #EXIT_GROUP
	svc	#0
