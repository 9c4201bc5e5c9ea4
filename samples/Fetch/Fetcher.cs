using System.Buffers;
using System.Net;

namespace FetchSample;

/// <summary>Fetches pages: so many at once, so long for each.</summary>
sealed class Fetcher(int atOnce, TimeSpan timeout)
{
    const int BufferSize = 64 * 1024;

    /// <summary>Tells of each page as it ends, in whatever order. Cancelled, it leaves nothing open.</summary>
    public async Coro FetchAsync(IEnumerable<Uri> urls, Action<PageResult> done)
    {
        // The limit is that of the page, and the one at once is that of the workers: the client needs none of its own.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }) { Timeout = Timeout.InfiniteTimeSpan };
        using var left = urls.GetEnumerator();
        await TaskGroup.Run(async group =>
        {
            for (var number = 1; number <= atOnce; number++)
            {
                group.CreateTask(WorkAsync(), $"worker {number}");
            }

            await Coro.CompletedCoro;
        });

        async Coro WorkAsync()
        {
            // All share the enumerator: between two awaits nobody else runs, so it needs no lock.
            while (left.MoveNext())
            {
                done(await FetchOneAsync(client, left.Current));
            }
        }
    }

    async Coro<PageResult> FetchOneAsync(HttpClient client, Uri url)
    {
        var loop = EventLoop.Running;
        var start = loop.Time;
        var length = 0L;
        try
        {
            var status = await Coro.WaitFor(DownloadAsync(client, url, count => length += count), timeout);
            return End($"{(int)status} {status}", (int)status is >= 200 and < 300);
        }
        catch (TimeoutException)
        {
            return End("timed out", false);
        }
        catch (HttpRequestException failure)
        {
            return End(failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "unknown host",
                HttpRequestError.ConnectionError => "no connection",
                HttpRequestError.SecureConnectionError => "no secure connection",
                HttpRequestError.ResponseEnded => "broken off",
                _ => "failed",
            }, false);
        }
        catch (IOException)
        {
            return End("broken off", false);
        }

        PageResult End(string outcome, bool isGood) => new(url, outcome, isGood, length, loop.Time - start);
    }

    static async Coro<HttpStatusCode> DownloadAsync(HttpClient client, Uri url, Action<int> received)
    {
        // With the task's token a request that is cancelled, by the time limit or by Ctrl-C, gives its connection up at once.
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Coro.Token);
        await using var body = await response.Content.ReadAsStreamAsync(Coro.Token);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await body.ReadAsync(buffer, Coro.Token) is > 0 and var count)
            {
                received(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return response.StatusCode;
    }
}
