/* An echo server with nothing in it but the system calls that any server makes: what it takes, no server with one thread can be under.
 * Prints the port it listens on and serves until it is killed. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 256, CHUNK = 64 * 1024, BACKLOG = 4096 };

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void watch(int epoll, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0) die("epoll_ctl");
}

static void take(int epoll, int listener) {
    int on = 1, client = accept(listener, NULL, NULL);
    if (client < 0) die("accept");
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(epoll, client);
}

/* The clients read what comes back before they send more, so a send that waits holds nobody up for long. */
static void echo(int client) {
    static char buffer[CHUNK];
    ssize_t count = recv(client, buffer, sizeof buffer, 0), sent = 0;
    while (count > 0 && sent < count) {
        ssize_t more = send(client, buffer + sent, (size_t)(count - sent), MSG_NOSIGNAL);
        if (more <= 0) count = 0;
        sent += more;
    }
    if (count <= 0) close(client);
}

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0), epoll = epoll_create1(0);
    if (listener < 0 || epoll < 0) die("socket");
    if (bind(listener, (struct sockaddr *)&address, length) < 0 || listen(listener, BACKLOG) < 0) die("bind");
    if (getsockname(listener, (struct sockaddr *)&address, &length) < 0) die("getsockname");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    watch(epoll, listener);
    for (struct epoll_event events[EVENTS];;) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++)
            if (events[i].data.fd == listener) take(epoll, listener);
            else echo(events[i].data.fd);
    }
}
