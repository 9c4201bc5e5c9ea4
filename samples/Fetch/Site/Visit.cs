using System.Text;

namespace FetchSample.Site;

/// <summary>One visitor's connection, and as much of HTTP/1.1 as it needs.</summary>
sealed class Visit(TestSite site, Connection connection)
{
    public async Coro ServeAsync()
    {
        try
        {
            while (await ReadPathAsync() is { } path && await site.CountAsync(() => AnswerAsync(path)))
            {
            }
        }
        catch (IOException)
        {
            // The visitor is gone, which is his right.
        }
    }

    /// <summary>The path of the next request; null if there is none.</summary>
    async Coro<string?> ReadPathAsync()
    {
        var request = await connection.ReadLineAsync();
        while (await connection.ReadLineAsync() is { Length: > 0 })
        {
        }

        return request?.Split(' ') is [_, var path, _] ? path : null;
    }

    /// <returns>Whether the connection goes on.</returns>
    async Coro<bool> AnswerAsync(string path)
    {
        if (path == "/most-at-once")
        {
            return await WriteAsync("200 OK", Encoding.ASCII.GetBytes($"{site.MostAtOnce}"));
        }

        var page = Page.Parse(path);
        await Coro.Sleep(TimeSpan.FromMilliseconds(page?.Number % 100 ?? 0));
        switch (page?.Kind)
        {
            case PageKind.Page:
                return await WriteAsync("200 OK", Fill(page.Length));
            case PageKind.Fails:
                return await WriteAsync("500 Internal Server Error", Fill(page.Length));
            case PageKind.BreaksOff:
                // Half of what is promised.
                connection.Write($"HTTP/1.1 200 OK\r\nContent-Length: {page.Length * 2L + 2}\r\n\r\n");
                await connection.WriteAsync(Fill(page.Length));
                return false;
            case PageKind.Stalls:
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
                return false;
            default:
                return await WriteAsync("404 Not Found", "There is no such page."u8.ToArray());
        }
    }

    async Coro<bool> WriteAsync(string status, byte[] body)
    {
        connection.Write($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n\r\n");
        await connection.WriteAsync(body);
        return true;
    }

    static byte[] Fill(int length)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)'x');
        return body;
    }
}
