using System.CommandLine;
using System.Net;
using HubSample;
using HubSample.Server;
using HubSample.Terminal;

var clients = new Option<int>("--clients")
{
    Description = "How many clients of its own drive the hub.",
    DefaultValueFactory = _ => 200,
};
var seconds = new Option<double>("--seconds")
{
    Description = "How long they go on.",
    DefaultValueFactory = _ => 5,
};
var port = new Option<int>("--port")
{
    Description = "The port to listen on; 0 takes a free one.",
    DefaultValueFactory = _ => 0,
};
var serve = new Option<int?>("--serve")
{
    Description = "Serve on this port until Ctrl-C, without clients of its own; 0 takes a free one.",
    HelpName = "port",
};
var plain = new Option<bool>("--plain")
{
    Description = "No live line and no colours, as when the output is redirected.",
};
clients.Validators.Add(result => Require(result.GetValueOrDefault<int>() >= 1, "--clients: at least 1.", result.AddError));
seconds.Validators.Add(result => Require(result.GetValueOrDefault<double>() is > 0 and <= 86_400, "--seconds: above 0, at most 86400.", result.AddError));
port.Validators.Add(result => Require(IsPort(result.GetValueOrDefault<int>()), "--port: 0 to 65535.", result.AddError));
serve.Validators.Add(result => Require(IsPort(result.GetValueOrDefault<int?>() ?? 0), "--serve: 0 to 65535.", result.AddError));

var root = new RootCommand("A TCP message hub on Belay: every line a client sends goes to every client.")
{
    clients, seconds, port, serve, plain,
};
root.SetAction(options => Coro.RunMain(RunAsync(options)));
return root.Parse(args).Invoke();

async Coro<int> RunAsync(ParseResult options)
{
    var screen = new Screen(options.GetValue(plain));
    try
    {
        if (options.GetValue(serve) is not { } servePort)
        {
            return await LoadRun.RunAsync(options.GetValue(port), options.GetValue(clients), TimeSpan.FromSeconds(options.GetValue(seconds)), screen);
        }

        await Serving.RunAsync(servePort, screen);
        return 0;
    }
    catch (PortUnavailableException unavailable)
    {
        Console.Error.WriteLine($"hub: {unavailable.Message}");
        return 1;
    }
}

static bool IsPort(int number) => number is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;

static void Require(bool holds, string otherwise, Action<string> addError)
{
    if (!holds)
    {
        addError(otherwise);
    }
}
