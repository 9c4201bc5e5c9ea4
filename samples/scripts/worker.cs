// SHA-256 of files: a queue, and workers that take from it.
//   belay run -m samples.scripts.worker PATH...         of these files, and those in these folders
//   belay run -m samples.scripts.worker --follow LIST   of the files named in a list, as it grows, until Ctrl-C
#:import .follow

using System.Security.Cryptography;
using Belay;

const int AtOnce = 4;

switch (args)
{
    case ["--follow", var list]:
        await Workers.RunAsync(Follower.LinesAsync(list), AtOnce, Checksums.PrintAsync);
        return 0;
    case [_, ..] when args.All(path => File.Exists(path) || Directory.Exists(path)):
        await Workers.RunAsync(Checksums.FilesIn(args), AtOnce, Checksums.PrintAsync);
        return 0;
    default:
        Console.Error.WriteLine("usage: worker PATH... | worker --follow LIST; the paths must be there");
        return 1;
}

static class Checksums
{
    public static async IAsyncEnumerable<string> FilesIn(IEnumerable<string> paths)
    {
        await Task.CompletedTask;
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) yield return path;
            else foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) yield return file;
        }
    }

    public static async Coro PrintAsync(string file)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            Console.WriteLine($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, Coro.Token))}  {file}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {failure.Message}");
        }
    }
}

static class Workers
{
    /// <summary>Does all the jobs, so many at once. The queue holds no more than the workers can soon take, however many there are to come.</summary>
    public static Coro RunAsync<T>(IAsyncEnumerable<T> jobs, int atOnce, Func<T, Coro> work)
    {
        var queue = new AsyncQueue<T>(maxSize: atOnce);
        return TaskGroup.Run(async group =>
        {
            for (var i = 0; i < atOnce; i++) group.CreateTask(TakeAll(queue, work));
            await foreach (var job in jobs) await queue.PutAsync(job);
            queue.Shutdown();
        });
    }

    static async Coro TakeAll<T>(AsyncQueue<T> queue, Func<T, Coro> work)
    {
        await foreach (var job in queue.ReadAllAsync()) await work(job);
    }
}
