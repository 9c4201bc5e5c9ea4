using System.CommandLine;

namespace Belay.Cli;

/// <summary>`belay new`: a small start that is well made.</summary>
static class NewCommand
{
    const string Script = """
        using Belay;

        if (args is ["--help", ..])
        {
            Console.WriteLine("usage: belay run -m NAME [name...]");
            return 0;
        }

        // All at once; the block is left when the last has ended, and the first that fails ends the others.
        await TaskGroup.Run(async group =>
        {
            foreach (var name in args.DefaultIfEmpty("world")) group.CreateTask(Greet(name));
        });
        return 0;

        static async Coro Greet(string name)
        {
            await Coro.Sleep(TimeSpan.FromMilliseconds(100));
            Console.WriteLine($"Hello, {name}");
        }

        """;

    const string Service = """
        using Belay;

        // Runs until Ctrl-C or SIGTERM, which cancel it: every finally runs, in order.
        var jobs = new AsyncQueue<string>(maxSize: 100);
        await BackgroundTasks.Run(async tasks =>
        {
            tasks.Start(() => Work(jobs), RestartPolicy.OnFailure with { Limit = 3 }, "worker");
            var server = await Server.StartAsync(client => Accept(client, jobs), "127.0.0.1", port: args is [var port] ? int.Parse(port) : 0);
            Console.WriteLine($"listening on port {server.Port}: a job a line");
            try
            {
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                Console.WriteLine($"stopped, {jobs.Count} jobs left");
            }
        });

        static async Coro Accept(Connection client, AsyncQueue<string> jobs)
        {
            await foreach (var line in client.ReadLinesAsync())
            {
                await jobs.PutAsync(line);      // waits while the queue is full, and so does the client
                await client.WriteAsync("taken\n");
            }
        }

        static async Coro Work(AsyncQueue<string> jobs)
        {
            await foreach (var job in jobs.ReadAllAsync())
            {
                await Coro.Sleep(TimeSpan.FromMilliseconds(100));
                Console.WriteLine($"done: {job}");
                jobs.TaskDone();
            }
        }

        """;

    internal static Command Describe()
    {
        var name = new Argument<string>("name") { Description = "A dotted name: scripts.worker is written to scripts/worker.cs." };
        var script = new Command("script", "A script that does something and ends.") { name };
        script.SetAction(parsed => Write(parsed.GetValue(name)!, Script));
        var service = new Command("service", "A service that runs until it is told to stop: a server, a queue, a worker.") { name };
        service.SetAction(parsed => Write(parsed.GetValue(name)!, Service));
        return new Command("new", "Write the beginning of a script or a service.") { script, service };
    }

    static int Write(string name, string text)
    {
        if (!ModuleName.IsValid(name)) throw new UserError($"'{name}' is no module's name: those are words with dots between them, as scripts.worker.");
        var file = Path.Combine([Environment.CurrentDirectory, .. name.Split('.')]) + ".cs";
        if (File.Exists(file)) throw new UserError($"{Display.Path(file)} is there already.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.Replace("NAME", name, StringComparison.Ordinal));
        Terminal.Say($"{Display.Path(file)} is written. Run it: belay run -m {name}");
        return 0;
    }
}
