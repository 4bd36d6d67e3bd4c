/* Records what a program asks of the disk, so that a power cut at any moment can be played back.

   Preloaded into a program, it passes every call on to the C library and writes down, in order, each
   one that concerns a file under POWERCUT_ROOT: bytes written, sizes set, names given and taken, and
   what was synced. tests/helpers/powercut.py reads the record (POWERCUT_RECORD) and makes from it
   the disks that a power cut could have left. What goes through mmap is not seen; SQLite uses that
   for the -shm file alone, which it never trusts after a crash.

   A record: kind (1 byte), device+inode (8), offset (8), length of the path (4), of the data (4),
   path, data; numbers little-endian. It is written with one call, so threads do not mix theirs. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t order = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root;
static size_t root_length;
static int record_fd = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int ready(void) {
    if (record_fd < 0) {
        const char *path = getenv("POWERCUT_RECORD");
        root = getenv("POWERCUT_ROOT");
        if (!path || !root) return 0;
        root_length = strlen(root);
        record_fd = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (record_fd < 0) abort();
    }
    return 1;
}

static int watched(const char *path) {
    return !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return watched(path);
}

static void full_path(int directory, const char *name, char *path) {
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return;
    }
    char link[64];
    if (directory == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) length = 0;
    snprintf(path + length, PATH_MAX - length, "/%s", name);
}

static uint64_t inode_of(const char *path) {
    struct stat found;
    return lstat(path, &found) ? 0 : (uint64_t)found.st_ino;
}

static void put(char kind, uint64_t inode, uint64_t offset, const char *path, const void *data,
                uint32_t size) {
    uint32_t named = strlen(path);
    struct iovec parts[7] = {{&kind, 1}, {&inode, 8}, {&offset, 8}, {&named, 4}, {&size, 4},
                             {(void *)path, named}, {(void *)data, size}};
    ssize_t whole = 25 + named + size;
    if (writev(record_fd, parts, 7) != whole) abort();
}

static void put_fd(char kind, int fd, const char *path, uint64_t offset, const void *data,
                   uint32_t size) {
    struct stat found;
    put(kind, fstat(fd, &found) ? 0 : (uint64_t)found.st_ino, offset, path, data, size);
}

/* names */

static int opened(int directory, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    int concerned = 0, is_new = 0;
    pthread_mutex_lock(&order);
    if ((flags & (O_CREAT | O_TRUNC)) && !(flags & O_DIRECTORY) && ready()) {
        full_path(directory, name, path);
        concerned = watched(path);
        is_new = concerned && (flags & O_CREAT) && !inode_of(path);
    }
    int fd = REAL(openat)(directory, name, flags, mode);
    int error = errno;
    if (fd >= 0 && concerned) {
        if (is_new) put_fd('C', fd, path, 0, 0, 0);
        else if (flags & O_TRUNC) put_fd('T', fd, path, 0, 0, 0);
    }
    pthread_mutex_unlock(&order);
    errno = error;
    return fd;
}

#define MODE_OF(flags, last)                                                                       \
    mode_t mode = 0;                                                                               \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                           \
        va_list more;                                                                              \
        va_start(more, last);                                                                      \
        mode = va_arg(more, mode_t);                                                               \
        va_end(more);                                                                              \
    }

int open(const char *name, int flags, ...) { MODE_OF(flags, flags) return opened(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE_OF(flags, flags) return opened(AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { MODE_OF(flags, flags) return opened(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { MODE_OF(flags, flags) return opened(at, name, flags, mode); }
int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static int removed(int directory, const char *name, int flags) {
    char path[PATH_MAX];
    pthread_mutex_lock(&order);
    int concerned = 0;
    uint64_t inode = 0;
    if (ready()) {
        full_path(directory, name, path);
        if ((concerned = watched(path))) inode = inode_of(path);
    }
    int result = REAL(unlinkat)(directory, name, flags);
    int error = errno;
    if (!result && concerned) put('U', inode, 0, path, 0, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }
int unlinkat(int at, const char *name, int flags) { return removed(at, name, flags); }
int rmdir(const char *name) { return removed(AT_FDCWD, name, AT_REMOVEDIR); }

static int renamed(int from_at, const char *from, int to_at, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    pthread_mutex_lock(&order);
    int concerned = 0;
    uint64_t inode = 0;
    if (ready()) {
        full_path(from_at, from, old);
        full_path(to_at, to, new);
        concerned = watched(old) || watched(new);
        inode = inode_of(old);
    }
    int result = REAL(renameat)(from_at, from, to_at, to);
    int error = errno;
    if (!result && concerned) put('R', inode, 0, old, new, strlen(new));
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_at, const char *from, int to_at, const char *to) { return renamed(from_at, from, to_at, to); }

static int made(int directory, const char *name, mode_t mode) {
    char path[PATH_MAX];
    pthread_mutex_lock(&order);
    int concerned = 0;
    if (ready()) {
        full_path(directory, name, path);
        concerned = watched(path);
    }
    int result = REAL(mkdirat)(directory, name, mode);
    int error = errno;
    if (!result && concerned) put('M', inode_of(path), 0, path, 0, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int mkdir(const char *name, mode_t mode) { return made(AT_FDCWD, name, mode); }
int mkdirat(int at, const char *name, mode_t mode) { return made(at, name, mode); }

/* bytes */

static ssize_t wrote(int fd, const void *data, size_t size, off64_t offset, int at_offset) {
    char path[PATH_MAX];
    pthread_mutex_lock(&order);
    int concerned = fd != record_fd && ready() && path_of(fd, path);
    if (concerned && !at_offset)
        offset = fcntl(fd, F_GETFL) & O_APPEND ? lseek64(fd, 0, SEEK_END) : lseek64(fd, 0, SEEK_CUR);
    ssize_t result = at_offset ? REAL(pwrite64)(fd, data, size, offset) : REAL(write)(fd, data, size);
    int error = errno;
    if (result > 0 && concerned) put_fd('W', fd, path, offset, data, result);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

ssize_t write(int fd, const void *data, size_t size) { return wrote(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return wrote(fd, data, size, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return wrote(fd, data, size, offset, 1); }

static int resized(int fd, off64_t size) {
    char path[PATH_MAX];
    pthread_mutex_lock(&order);
    int result = REAL(ftruncate64)(fd, size);
    int error = errno;
    if (!result && ready() && path_of(fd, path)) put_fd('T', fd, path, size, 0, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int ftruncate(int fd, off_t size) { return resized(fd, size); }
int ftruncate64(int fd, off64_t size) { return resized(fd, size); }

/* Copies inside the kernel would not be seen: whoever asks for one is told to copy by hand. */

ssize_t sendfile(int to, int from, off_t *offset, size_t size) {
    (void)to, (void)from, (void)offset, (void)size;
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) { return sendfile(to, from, offset, size); }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *into, size_t size, unsigned flags) {
    (void)from, (void)at, (void)to, (void)into, (void)size, (void)flags;
    errno = ENOSYS;
    return -1;
}

/* Sync: noted when it has come back, for only then is it promised. */

static int synced(int fd, int (*sync)(int)) {
    char path[PATH_MAX];
    pthread_mutex_lock(&order);
    int result = sync(fd);
    int error = errno;
    if (!result && ready() && path_of(fd, path)) put_fd('S', fd, path, 0, 0, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }
