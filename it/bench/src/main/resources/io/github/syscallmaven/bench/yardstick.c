/*
 * The least that hashing a tree can cost: yardstick <threads> <tree> <list>
 * Walks the tree, sorts the names, and for each file does openat, fstat, read to its end, fstat, close and SHA-256 by
 * OpenSSL; writes what sha256sum would.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER = 256 * 1024, DIGEST = 32 };

struct file {
    char *name;
    unsigned char digest[DIGEST];
};

static struct file *files;
static size_t count, capacity;
static atomic_size_t next;
static int root;
static const EVP_MD *sha256;

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void add(char *name) {
    if (count == capacity) {
        capacity = capacity ? 2 * capacity : 1024;
        files = realloc(files, capacity * sizeof *files);
        if (!files) die("realloc");
    }
    files[count++].name = name;
}

static void walk(const char *prefix, int fd) {
    DIR *directory = fdopendir(fd);
    if (!directory) die(prefix);
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char *name;
        if (asprintf(&name, "%s%s", prefix, entry->d_name) < 0) die("asprintf");
        if (entry->d_type == DT_REG) {
            add(name);
        } else if (entry->d_type == DT_DIR) {
            char *below;
            int child = openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (child < 0 || asprintf(&below, "%s/", name) < 0) die(name);
            walk(below, child);
            free(below);
            free(name);
        }
    }
    closedir(directory);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct file *) a)->name, ((const struct file *) b)->name);
}

static void hash(struct file *file, EVP_MD_CTX *context, char *buffer) {
    struct stat before, after;
    int fd = openat(root, file->name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &before)) die(file->name);
    EVP_DigestInit_ex(context, sha256, NULL);
    for (off_t done = 0; done < before.st_size;) {
        ssize_t got = read(fd, buffer, BUFFER);
        if (got <= 0) die(file->name);
        EVP_DigestUpdate(context, buffer, (size_t) got);
        done += got;
    }
    EVP_DigestFinal_ex(context, file->digest, NULL);
    if (fstat(fd, &after) || after.st_size != before.st_size || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)
        die(file->name);
    close(fd);
}

static void *work(void *unused) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    char *buffer = malloc(BUFFER);
    for (size_t i; (i = atomic_fetch_add(&next, 1)) < count;) hash(&files[i], context, buffer);
    free(buffer);
    EVP_MD_CTX_free(context);
    return unused;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int threads = atoi(argv[1]);
    pthread_t *others = calloc((size_t) threads, sizeof *others);
    sha256 = EVP_sha256();
    root = open(argv[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0 || !others) die(argv[2]);
    walk("", dup(root));
    qsort(files, count, sizeof *files, by_name);
    for (int i = 1; i < threads; i++)
        if (pthread_create(&others[i], NULL, work, NULL)) die("pthread_create");
    work(NULL);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
    FILE *list = fopen(argv[3], "w");
    if (!list) die(argv[3]);
    for (size_t i = 0; i < count; i++) {
        for (int b = 0; b < DIGEST; b++) {
            fputc("0123456789abcdef"[files[i].digest[b] >> 4], list);
            fputc("0123456789abcdef"[files[i].digest[b] & 15], list);
        }
        fprintf(list, "  %s\n", files[i].name);
    }
    return fclose(list) ? 1 : 0;
}
