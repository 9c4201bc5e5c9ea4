package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"log"
	"net"
)

var certificate = flag.String("tls", "", "certificate and key, in one file")

// An echo server, until it is killed: prints the port it listens on.
func init() {
	works["serve-echo"] = func(bool) {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(listener.Addr().(*net.TCPAddr).Port)
		if *certificate != "" {
			pair, err := tls.LoadX509KeyPair(*certificate, *certificate)
			if err != nil {
				log.Fatal(err)
			}
			listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{pair}})
		}
		for {
			connection, err := listener.Accept()
			if err != nil {
				log.Fatal(err)
			}
			go echo(connection)
		}
	}
}

func echo(connection net.Conn) {
	defer connection.Close()
	buffer := make([]byte, 64*1024)
	for {
		count, err := connection.Read(buffer)
		if err != nil {
			return
		}
		if _, err := connection.Write(buffer[:count]); err != nil {
			return
		}
	}
}
