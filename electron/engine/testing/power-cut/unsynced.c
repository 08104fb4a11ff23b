/*
 * Remembers what a process has changed in one folder and not yet made durable, so that a test can take it back when the process has
 * been killed: what is left then is what a power cut leaves. For tests on Linux, loaded with LD_PRELOAD; the app never uses it.
 *
 *   KLING5_UNSYNCED_ROOT    the folder that is watched
 *   KLING5_UNSYNCED_NOTES   where the notes go; another folder of the same file system
 *
 * Notes: `<inode>.before` is a file as it was when it was last durable, `<inode>.writes` what was written to it since, and `names`
 * one line for each change of a name that is not durable yet. A file is durable after fsync of it, with the name that it was made
 * under; another change of names is after fsync of its folder. restore.ts reads the notes.
 *
 * A note is written when the change has been made: a process that is killed between the two leaves a change that was not noted in
 * no note at all, and nobody can have relied on it yet.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define MOST_NAMES 65536
#define LONGEST 1024

enum { TRUNCATED = -1 };

struct record {
  int64_t offset; /* TRUNCATED: the file was given the size in `length` */
  int64_t length;
};

struct name_change {
  char kind; /* C made, R renamed, U removed, M folder made, 0 durable */
  ino_t inode;
  int kept; /* number of the link that keeps what was removed or replaced; 0 for none */
  char from[LONGEST];
  char to[LONGEST];
};

static char root[LONGEST], notes[LONGEST];
static size_t root_length;
static ino_t watched[MOST_FILES]; /* by file descriptor; 0: not watched */
static struct name_change *names;
static int name_count, last_kept;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("KLING5_UNSYNCED_ROOT"), *place = getenv("KLING5_UNSYNCED_NOTES");
  if (!folder || !place) return;
  snprintf(root, sizeof root, "%s/", folder);
  snprintf(notes, sizeof notes, "%s", place);
  root_length = strlen(root);
  names = calloc(MOST_NAMES, sizeof *names);
}

static bool is_watched_path(const char *path) {
  return root_length > 0 && path && strncmp(path, root, root_length) == 0;
}

static ino_t inode_of(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 ? found.st_ino : 0;
}

static bool is_file(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 && S_ISREG(found.st_mode);
}

static void note_path(char *out, ino_t inode, const char *kind) {
  snprintf(out, LONGEST * 2, "%s/%lu.%s", notes, (unsigned long)inode, kind);
}

static void write_all(int fd, const void *data, size_t length) {
  const char *at = data;
  while (length > 0) {
    ssize_t done = REAL(write)(fd, at, length);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) abort(); /* no room for notes: the test cannot go on */
    at += done;
    length -= (size_t)done;
  }
}

/* ---- content ---- */

static bool has_before(ino_t inode) {
  char path[LONGEST * 2];
  note_path(path, inode, "before");
  return access(path, F_OK) == 0;
}

/* Before the first change since the file was durable. `fd` may be open for writing only, so the content is read by its name. */
static void keep_before(int fd, ino_t inode, bool is_new) {
  if (has_before(inode)) return;
  char path[LONGEST * 2], part[LONGEST * 2], self[64];
  note_path(part, inode, "part");
  note_path(path, inode, "before");
  int copy = REAL(open)(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (copy < 0) abort();
  if (!is_new) {
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    int source = REAL(open)(self, O_RDONLY | O_CLOEXEC, 0);
    if (source < 0) abort();
    char block[65536];
    ssize_t got;
    while ((got = read(source, block, sizeof block)) > 0) write_all(copy, block, (size_t)got);
    close(source);
  }
  REAL(close)(copy);
  char writes[LONGEST * 2];
  note_path(writes, inode, "writes");
  REAL(unlink)(writes);
  if (REAL(rename)(part, path) != 0) abort();
}

static void note_record(ino_t inode, struct record record, const struct iovec *parts, int count) {
  char path[LONGEST * 2];
  note_path(path, inode, "writes");
  int fd = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  write_all(fd, &record, sizeof record);
  int64_t left = record.offset == TRUNCATED ? 0 : record.length;
  for (int index = 0; index < count && left > 0; index += 1) {
    size_t take = parts[index].iov_len < (size_t)left ? parts[index].iov_len : (size_t)left;
    write_all(fd, parts[index].iov_base, take);
    left -= (int64_t)take;
  }
  REAL(close)(fd);
}

static void content_is_durable(ino_t inode) {
  char path[LONGEST * 2];
  note_path(path, inode, "before");
  REAL(unlink)(path);
  note_path(path, inode, "writes");
  REAL(unlink)(path);
}

/* ---- names ---- */

/* The list is small, and is written anew whenever it changes. */
static void write_names(void) {
  char path[LONGEST * 2], part[LONGEST * 2];
  snprintf(part, sizeof part, "%s/names.part", notes);
  snprintf(path, sizeof path, "%s/names", notes);
  int fd = REAL(open)(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  int kept = 0;
  for (int index = 0; index < name_count; index += 1) {
    struct name_change *change = &names[index];
    if (change->kind == 0) continue;
    char line[LONGEST * 3];
    int length = snprintf(line, sizeof line, "%c\t%lu\t%d\t%s\t%s\n", change->kind,
                          (unsigned long)change->inode, change->kept, change->from, change->to);
    write_all(fd, line, (size_t)length);
    if (kept != index) names[kept] = *change;
    kept += 1;
  }
  name_count = kept;
  REAL(close)(fd);
  if (REAL(rename)(part, path) != 0) abort();
}

static void note_name(char kind, ino_t inode, int kept, const char *from, const char *to) {
  if (name_count >= MOST_NAMES) abort();
  struct name_change *change = &names[name_count++];
  change->kind = kind;
  change->inode = inode;
  change->kept = kept;
  snprintf(change->from, LONGEST, "%s", from);
  snprintf(change->to, LONGEST, "%s", to ? to : "");
  write_names();
}

/* A second name for what is about to lose its own. */
static int keep_link(const char *path) {
  char kept[LONGEST * 2];
  snprintf(kept, sizeof kept, "%s/kept-%d", notes, last_kept + 1);
  if (REAL(link)(path, kept) != 0) return 0;
  last_kept += 1;
  return last_kept;
}

static void drop_link(int number) {
  if (number == 0) return;
  char kept[LONGEST * 2];
  snprintf(kept, sizeof kept, "%s/kept-%d", notes, number);
  ino_t inode = inode_of(kept);
  struct stat found;
  bool is_last = stat(kept, &found) == 0 && found.st_nlink == 1;
  REAL(unlink)(kept);
  if (is_last) content_is_durable(inode); /* nothing is left that could be restored */
}

static bool is_in(const char *path, const char *folder) {
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && path[length] == '/' && !strchr(path + length + 1, '/');
}

static void names_are_durable(const char *folder) {
  bool has_changed = false;
  for (int index = 0; index < name_count; index += 1) {
    struct name_change *change = &names[index];
    const char *place = change->kind == 'R' ? change->to : change->from;
    if (change->kind == 0 || !is_in(place, folder)) continue;
    drop_link(change->kept);
    change->kind = 0;
    has_changed = true;
  }
  if (has_changed) write_names();
}

static void own_name_is_durable(ino_t inode) {
  bool has_changed = false;
  for (int index = 0; index < name_count; index += 1) {
    struct name_change *change = &names[index];
    if (change->kind != 'C' || change->inode != inode) continue;
    change->kind = 0;
    has_changed = true;
  }
  if (has_changed) write_names();
}

/* ---- what the process calls ---- */

static void watch(int fd, const char *path, int flags, bool was_there) {
  if (fd < 0 || fd >= MOST_FILES) return;
  struct stat found;
  if (fstat(fd, &found) != 0 || !S_ISREG(found.st_mode)) return;
  if ((flags & O_ACCMODE) == O_RDONLY) return;
  pthread_mutex_lock(&lock);
  watched[fd] = found.st_ino;
  if (!was_there) {
    content_is_durable(found.st_ino); /* notes of a file that had this number before */
    keep_before(fd, found.st_ino, true);
    note_name('C', found.st_ino, 0, path, NULL);
  }
  pthread_mutex_unlock(&lock);
}

/* What O_TRUNC throws away is read before it happens. */
static void before_open(const char *path, int flags, bool was_there) {
  if (!was_there || !(flags & O_TRUNC) || (flags & O_ACCMODE) == O_RDONLY || !is_file(path)) return;
  int fd = REAL(open)(path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0) return;
  pthread_mutex_lock(&lock);
  ino_t inode = inode_of(path);
  keep_before(fd, inode, false);
  note_record(inode, (struct record){TRUNCATED, 0}, NULL, 0);
  pthread_mutex_unlock(&lock);
  REAL(close)(fd);
}

#define OPEN(function)                                         \
  int function(const char *path, int flags, ...) {             \
    va_list rest;                                              \
    va_start(rest, flags);                                     \
    mode_t mode = va_arg(rest, mode_t);                        \
    va_end(rest);                                              \
    if (!is_watched_path(path)) return REAL(function)(path, flags, mode); \
    bool was_there = access(path, F_OK) == 0;                  \
    before_open(path, flags, was_there);                       \
    int fd = REAL(function)(path, flags, mode);                \
    int problem = errno;                                       \
    watch(fd, path, flags, was_there);                         \
    errno = problem;                                           \
    return fd;                                                 \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST_FILES) watched[fd] = 0;
  return REAL(close)(fd);
}

static ino_t watched_inode(int fd) {
  return fd >= 0 && fd < MOST_FILES ? watched[fd] : 0;
}

typedef ssize_t (*change_content)(int fd, const struct iovec *parts, int count, off_t offset);

static ssize_t change(int fd, const struct iovec *parts, int count, off_t offset, change_content act) {
  ino_t inode = watched_inode(fd);
  if (inode == 0) return act(fd, parts, count, offset);
  pthread_mutex_lock(&lock);
  keep_before(fd, inode, false);
  off_t at = offset;
  if (at < 0) {
    struct stat found;
    at = (fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &found) == 0 ? found.st_size
                                                                  : lseek(fd, 0, SEEK_CUR);
  }
  ssize_t done = act(fd, parts, count, offset);
  int problem = errno;
  if (done > 0) note_record(inode, (struct record){at, done}, parts, count);
  pthread_mutex_unlock(&lock);
  errno = problem;
  return done;
}

static ssize_t act_write(int fd, const struct iovec *parts, int count, off_t offset) {
  (void)count, (void)offset;
  return REAL(write)(fd, parts[0].iov_base, parts[0].iov_len);
}
static ssize_t act_pwrite(int fd, const struct iovec *parts, int count, off_t offset) {
  (void)count;
  return REAL(pwrite)(fd, parts[0].iov_base, parts[0].iov_len, offset);
}
static ssize_t act_writev(int fd, const struct iovec *parts, int count, off_t offset) {
  (void)offset;
  return REAL(writev)(fd, parts, count);
}
static ssize_t act_pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return REAL(pwritev)(fd, parts, count, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  struct iovec part = {(void *)data, length};
  return change(fd, &part, 1, -1, act_write);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  struct iovec part = {(void *)data, length};
  return change(fd, &part, 1, offset, act_pwrite);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  return pwrite(fd, data, length, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return change(fd, parts, count, -1, act_writev);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return offset < 0 ? writev(fd, parts, count) : change(fd, parts, count, offset, act_pwritev);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(fd, parts, count, offset);
}

/* Copies inside the kernel cannot be seen; whoever asks gets told to copy by hand. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
  if (watched_inode(to) == 0) return REAL(copy_file_range)(from, from_at, to, to_at, length, flags);
  errno = ENOSYS;
  return -1;
}
static ssize_t send_by_hand(int to, int from, off_t *at, size_t length) {
  char block[65536];
  size_t take = length < sizeof block ? length : sizeof block;
  ssize_t got = at ? pread(from, block, take, *at) : read(from, block, take);
  if (got <= 0) return got;
  ssize_t done = write(to, block, (size_t)got);
  if (done > 0 && at) *at += done;
  return done;
}
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
  return watched_inode(to) == 0 ? REAL(sendfile)(to, from, at, length) : send_by_hand(to, from, at, length);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
  return sendfile(to, from, at, length);
}

int ftruncate(int fd, off_t size) {
  ino_t inode = watched_inode(fd);
  if (inode == 0) return REAL(ftruncate)(fd, size);
  pthread_mutex_lock(&lock);
  keep_before(fd, inode, false);
  int result = REAL(ftruncate)(fd, size);
  int problem = errno;
  if (result == 0) note_record(inode, (struct record){TRUNCATED, size}, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = problem;
  return result;
}
int ftruncate64(int fd, off64_t size) {
  return ftruncate(fd, size);
}

/* Durable is what is not in the notes: the disk itself is not asked, which makes a test ten times as fast. */
static int sync_one(int fd) {
  struct stat found;
  if (root_length == 0 || fstat(fd, &found) != 0) return REAL(fsync)(fd);
  if (S_ISDIR(found.st_mode)) {
    char self[64], folder[LONGEST];
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(self, folder, sizeof folder - 1);
    if (length < 0) return REAL(fsync)(fd);
    folder[length] = 0;
    pthread_mutex_lock(&lock);
    names_are_durable(folder);
    pthread_mutex_unlock(&lock);
    return 0;
  }
  pthread_mutex_lock(&lock);
  content_is_durable(found.st_ino);
  own_name_is_durable(found.st_ino);
  pthread_mutex_unlock(&lock);
  return 0;
}
int fsync(int fd) {
  return sync_one(fd);
}
int fdatasync(int fd) {
  return sync_one(fd);
}

int rename(const char *from, const char *to) {
  if (!is_watched_path(from) && !is_watched_path(to)) return REAL(rename)(from, to);
  pthread_mutex_lock(&lock);
  ino_t inode = inode_of(from);
  int kept = is_file(to) ? keep_link(to) : 0;
  int result = REAL(rename)(from, to);
  int problem = errno;
  if (result == 0) note_name('R', inode, kept, from, to);
  else drop_link(kept);
  pthread_mutex_unlock(&lock);
  errno = problem;
  return result;
}

int unlink(const char *path) {
  if (!is_watched_path(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&lock);
  ino_t inode = inode_of(path);
  int kept = is_file(path) ? keep_link(path) : 0;
  int result = REAL(unlink)(path);
  int problem = errno;
  if (result == 0 && kept) note_name('U', inode, kept, path, NULL);
  else drop_link(kept);
  pthread_mutex_unlock(&lock);
  errno = problem;
  return result;
}

int link(const char *from, const char *to) {
  int result = REAL(link)(from, to);
  if (result != 0 || !is_watched_path(to)) return result;
  pthread_mutex_lock(&lock);
  note_name('C', inode_of(to), 0, to, NULL);
  pthread_mutex_unlock(&lock);
  return 0;
}

int mkdir(const char *path, mode_t mode) {
  int result = REAL(mkdir)(path, mode);
  if (result != 0 || !is_watched_path(path)) return result;
  pthread_mutex_lock(&lock);
  note_name('M', inode_of(path), 0, path, NULL);
  pthread_mutex_unlock(&lock);
  return 0;
}
