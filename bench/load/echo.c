/* Clients of an echo server: the same for every server that is measured. Each connection sends a message, waits until all of it has come back,
 * and sends the next. One thread, as many connections as it is told, no buffer for each: what comes back is compared with what all send.
 *
 *     echo PORT CONNECTIONS SIZE WARM-UP-MS MEASURE-MS [tls]
 *
 * Prints "message", the time by the number of messages in ns, and "p50" and "p99", the time from sending a message to the end of its echo in us. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#ifdef WITH_TLS
#include <openssl/ssl.h>
#endif

enum { EVENTS = 256, SUB_BUCKETS = 64, BUCKETS = 64 * SUB_BUCKETS, CHUNK = 64 * 1024 };

struct connection {
    int fd;
    size_t sent, received;
    uint64_t began;
#ifdef WITH_TLS
    SSL *ssl;
#endif
};

static char *message;
static size_t size;
static uint64_t counts[BUCKETS], messages;

static void die(const char *what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "failed");
    exit(1);
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/* 64 buckets for each power of two: no figure is wrong by more than 2 %. */
static size_t bucket_of(uint64_t ns) {
    if (ns < SUB_BUCKETS) return ns;
    int power = 63 - __builtin_clzll(ns);
    return (size_t)(power - 5) * SUB_BUCKETS + ((ns >> (power - 6)) & (SUB_BUCKETS - 1));
}

static double middle_of(size_t bucket) {
    if (bucket < SUB_BUCKETS) return (double)bucket;
    int power = (int)(bucket / SUB_BUCKETS) + 5;
    double width = (double)(1ull << (power - 6));
    return (double)(1ull << power) + ((double)(bucket % SUB_BUCKETS) + 0.5) * width;
}

static double percentile(double share) {
    uint64_t wanted = (uint64_t)((double)messages * share), seen = 0;
    for (size_t i = 0; i < BUCKETS; i++)
        if ((seen += counts[i]) > wanted) return middle_of(i);
    return 0;
}

/* How many bytes; 0 if it has to wait. */
static size_t send_some(struct connection *c, const char *data, size_t length) {
#ifdef WITH_TLS
    if (c->ssl) {
        int count = SSL_write(c->ssl, data, (int)length);
        if (count > 0) return (size_t)count;
        int error = SSL_get_error(c->ssl, count);
        if (error != SSL_ERROR_WANT_WRITE && error != SSL_ERROR_WANT_READ) die("SSL_write");
        return 0;
    }
#endif
    ssize_t count = send(c->fd, data, length, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN) die("send");
    return count < 0 ? 0 : (size_t)count;
}

static size_t receive_some(struct connection *c, char *buffer, size_t length) {
#ifdef WITH_TLS
    if (c->ssl) {
        int count = SSL_read(c->ssl, buffer, (int)length);
        if (count > 0) return (size_t)count;
        int error = SSL_get_error(c->ssl, count);
        if (error != SSL_ERROR_WANT_WRITE && error != SSL_ERROR_WANT_READ) die("SSL_read");
        return 0;
    }
#endif
    ssize_t count = recv(c->fd, buffer, length, MSG_DONTWAIT);
    if (count == 0) {
        errno = ECONNRESET;
        die("the server has closed the connection");
    }
    if (count < 0 && errno != EAGAIN) die("recv");
    return count < 0 ? 0 : (size_t)count;
}

static void send_rest(struct connection *c) {
    while (c->sent < size) {
        size_t count = send_some(c, message + c->sent, size - c->sent);
        if (count == 0) return;
        c->sent += count;
    }
}

static void begin(struct connection *c) {
    c->sent = c->received = 0;
    c->began = now();
    send_rest(c);
}

static void receive_rest(struct connection *c) {
    static char buffer[CHUNK];
    while (c->received < size) {
        size_t left = size - c->received, count = receive_some(c, buffer, left < CHUNK ? left : CHUNK);
        if (count == 0) return;
        if (memcmp(buffer, message + c->received, count) != 0) {
            errno = 0;
            die("the echo is not what was sent");
        }
        c->received += count;
    }
    counts[bucket_of(now() - c->began)]++;
    messages++;
    begin(c);
}

static void open_connection(struct connection *c, uint16_t port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int on = 1;
    if ((c->fd = socket(AF_INET, SOCK_STREAM, 0)) < 0) die("socket");
    if (connect(c->fd, (struct sockaddr *)&address, sizeof address) < 0) die("connect");
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

#ifdef WITH_TLS
static void start_tls(struct connection *c, SSL_CTX *context) {
    c->ssl = SSL_new(context);
    SSL_set_fd(c->ssl, c->fd);
    SSL_set_mode(c->ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (SSL_connect(c->ssl) != 1) die("SSL_connect");
}
#endif

/* Edge-triggered for both directions, so that nothing is ever changed in the set. */
static void run(int epoll, uint64_t until) {
    struct epoll_event events[EVENTS];
    while (now() < until) {
        int count = epoll_wait(epoll, events, EVENTS, 100);
        if (count < 0 && errno != EINTR) die("epoll_wait");
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            if (c->sent < size) send_rest(c);
            if (events[i].events & (EPOLLIN | EPOLLERR | EPOLLHUP)) receive_rest(c);
        }
    }
}

int main(int argc, char **argv) {
    if (argc < 6) {
        fprintf(stderr, "echo PORT CONNECTIONS SIZE WARM-UP-MS MEASURE-MS [tls]\n");
        return 2;
    }
    uint16_t port = (uint16_t)atoi(argv[1]);
    size_t number = (size_t)atoi(argv[2]);
    size = (size_t)atoi(argv[3]);
    uint64_t warm_up = (uint64_t)atoi(argv[4]) * 1000000u, measured = (uint64_t)atoi(argv[5]) * 1000000u;
    message = malloc(size);
    for (size_t i = 0; i < size; i++) message[i] = (char)(i * 131 + i / 251);
#ifdef WITH_TLS
    SSL_CTX *context = argc > 6 ? SSL_CTX_new(TLS_client_method()) : NULL;
#else
    if (argc > 6) {
        fprintf(stderr, "It was built without TLS.\n");
        return 2;
    }
#endif
    int epoll = epoll_create1(0);
    struct connection *connections = calloc(number, sizeof *connections);
    for (size_t i = 0; i < number; i++) {
        struct connection *c = &connections[i];
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = c};
        open_connection(c, port);
#ifdef WITH_TLS
        if (context) start_tls(c, context);
#endif
        fcntl(c->fd, F_SETFL, O_NONBLOCK);
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &event) < 0) die("epoll_ctl");
    }
    for (size_t i = 0; i < number; i++) begin(&connections[i]);
    run(epoll, now() + warm_up);
    memset(counts, 0, sizeof counts);
    messages = 0;
    uint64_t start = now();
    run(epoll, start + measured);
    uint64_t elapsed = now() - start;
    if (messages == 0) {
        errno = 0;
        die("no message has come back");
    }
    printf("message %.1f\np50 %.2f\np99 %.2f\n", (double)elapsed / (double)messages, percentile(0.5) / 1000, percentile(0.99) / 1000);
    return 0;
}
