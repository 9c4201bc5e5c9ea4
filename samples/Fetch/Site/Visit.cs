using System.Net.Sockets;
using System.Text;

namespace FetchSample.Site;

/// <summary>One visitor's connection, and as much of HTTP/1.1 as it needs.</summary>
sealed class Visit(TestSite site, Socket socket)
{
    public async Coro ServeAsync()
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        try
        {
            while (await ReadPathAsync(reader) is { } path && await site.CountAsync(() => AnswerAsync(stream, path)))
            {
            }
        }
        catch (IOException)
        {
            // The visitor is gone, which is his right.
        }
    }

    /// <summary>The path of the next request; null if there is none.</summary>
    static async Coro<string?> ReadPathAsync(StreamReader reader)
    {
        var request = await reader.ReadLineAsync(Coro.Token);
        while (await reader.ReadLineAsync(Coro.Token) is { Length: > 0 })
        {
        }

        return request?.Split(' ') is [_, var path, _] ? path : null;
    }

    /// <returns>Whether the connection goes on.</returns>
    async Coro<bool> AnswerAsync(NetworkStream stream, string path)
    {
        if (path == "/most-at-once")
        {
            return await WriteAsync(stream, "200 OK", Encoding.ASCII.GetBytes($"{site.MostAtOnce}"));
        }

        var page = Page.Parse(path);
        await Coro.Sleep(TimeSpan.FromMilliseconds(page?.Number % 100 ?? 0));
        switch (page?.Kind)
        {
            case PageKind.Page:
                return await WriteAsync(stream, "200 OK", Fill(page.Length));
            case PageKind.Fails:
                return await WriteAsync(stream, "500 Internal Server Error", Fill(page.Length));
            case PageKind.BreaksOff:
                // Half of what is promised.
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {page.Length * 2L + 2}\r\n\r\n"), Coro.Token);
                await stream.WriteAsync(Fill(page.Length), Coro.Token);
                return false;
            case PageKind.Stalls:
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
                return false;
            default:
                return await WriteAsync(stream, "404 Not Found", "There is no such page."u8.ToArray());
        }
    }

    static async Coro<bool> WriteAsync(NetworkStream stream, string status, byte[] body)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n\r\n"), Coro.Token);
        await stream.WriteAsync(body, Coro.Token);
        return true;
    }

    static byte[] Fill(int length)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)'x');
        return body;
    }
}
