/*
 * A program without libc that makes calls through the riscv64 stub, for qemu-user: it reads an image, makes the calls
 * that are laid out in it, and writes the image back with their results. The stub is part of it as the file that is
 * shipped.
 *
 *   image                             registers
 *   ------------------------------    -------------------------------------
 *    0   how many calls               s0  the image
 *    8   the function for each:       s1  the calls left
 *        3, 6, or 1 for syscall_n     s2  the next function's byte
 *   512  struct call for each         s3  the next struct call
 *
 * SYSCALL_3, SYSCALL_6 and SYSCALL_N are where the functions are in the stub's file; IMAGE_SIZE is the image's size.
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
	la	s0, image
	mv	a1, s0
	li	a2, IMAGE_SIZE
1:	li	a0, 0				/* read(0, rest of the image, its size), to the end */
	li	a7, READ
	ecall
	blez	a0, 2f
	add	a1, a1, a0
	sub	a2, a2, a0
	bnez	a2, 1b

2:	ld	s1, 0(s0)
	addi	s2, s0, 8
	addi	s3, s0, 512
	j	7f
3:	lbu	t0, 0(s2)
	li	t1, 1
	bne	t0, t1, 4f
	mv	a0, s3				/* syscall_n stores the result itself */
	li	a1, 1
	la	t2, stub + SYSCALL_N
	jalr	t2
	j	6f
4:	la	t2, stub + SYSCALL_3
	li	t1, 3
	beq	t0, t1, 5f
	la	t2, stub + SYSCALL_6
5:	ld	a0, 0(s3)
	ld	a1, 8(s3)			/* argument 1 by its distance, as syscall_n has it */
	add	a1, a1, s3
	ld	a1, 0(a1)
	ld	a2, 16(s3)
	ld	a3, 24(s3)
	ld	a4, 32(s3)
	ld	a5, 40(s3)
	ld	a6, 48(s3)
	jalr	t2
	sd	a0, 56(s3)
6:	addi	s1, s1, -1
	addi	s2, s2, 1
	addi	s3, s3, 64
7:	bnez	s1, 3b

	li	a0, 1				/* write(1, image, its size) */
	mv	a1, s0
	li	a2, IMAGE_SIZE
	li	a7, WRITE
	ecall
	li	a0, 0
	li	a7, EXIT_GROUP
	ecall
