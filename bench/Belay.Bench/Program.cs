using System.CommandLine;
using Belay.Bench;
using Belay.Bench.Echo;
using BenchmarkDotNet.Running;

var quick = new Option<bool>("--quick") { Description = "Fewer and shorter measurements: rough figures in a few minutes." };
var only = new Option<string[]>("--only") { Description = "Only the work with these names, or whose names begin so: cancel, spawn/one." };
var output = new Option<FileInfo?>("--out") { Description = "Where to save the table as Markdown. A full run saves bench/RESULTS.md unless told otherwise; partial and quick runs save nothing." };
var pairs = new Option<int?>("--pairs") { Description = "How many pairs for each rival; 5, or 3 with --quick." };
var micro = new Option<bool>("--micro") { Description = "Run the BenchmarkDotNet classes instead; what follows -- is for BenchmarkDotNet." };
var measure = new Option<string?>("--measure") { Description = "Measure one thing in this process and print it: belay/yield, dotnet/yield." };
var serve = new Option<string?>("--serve") { Description = "Be an echo server until killed, and print the port: belay, belay-pool, sockets, kestrel." };
var tls = new Option<string?>("--tls") { Description = "With --serve: over TLS, with the certificate and key in this file." };
var rest = new Argument<string[]>("benchmark-dotnet") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };

var command = new RootCommand("Belay beside asyncio, uvloop, .NET and Go: the same work, side by side.")
{
    quick, only, output, pairs, micro, measure, serve, tls, rest,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    if (parsed.GetValue(micro))
    {
        BenchmarkSwitcher.FromAssembly(typeof(SideBySide).Assembly).Run(parsed.GetValue(rest) is { Length: > 0 } given ? given : ["--filter", "*"]);
        return 0;
    }
    if (parsed.GetValue(measure) is { } name)
    {
        return OneMeasurement.Run(name, parsed.GetValue(quick));
    }
    if (parsed.GetValue(serve) is { } server)
    {
        return await EchoServers.RunAsync(server, parsed.GetValue(tls));
    }
    var run = new SideBySide
    {
        Quick = parsed.GetValue(quick),
        Only = parsed.GetValue(only) ?? [],
        Output = parsed.GetValue(output),
        Pairs = parsed.GetValue(pairs),
    };
    return await run.RunAsync(cancellationToken);
});
return await command.Parse(args).InvokeAsync();
