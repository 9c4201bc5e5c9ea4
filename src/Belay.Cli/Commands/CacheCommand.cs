using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Belay.Cli;

/// <summary>`belay cache`: what is kept of earlier runs, and how to be rid of it.</summary>
static class CacheCommand
{
    internal static Command Describe()
    {
        var clear = new Command("clear", "Remove all of it, but for what is running.");
        clear.SetAction(_ => Clear());
        var command = new Command("cache", "Show where compiled scripts are kept, and how many.") { clear };
        command.SetAction(_ => Show());
        return command;
    }

    static string Folder =>
        CacheFolder.Path ?? throw new UserError($"nothing is kept: neither {CacheFolder.Variable} nor HOME says where. Set {CacheFolder.Variable} to a folder.");

    static int Show()
    {
        var products = CacheTidying.Products(Folder);
        var megabytes = products.Sum(product => product.Size) / (1024.0 * 1024);
        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{Folder}: {products.Count} compiled programs, {megabytes:0.0} MB of at most {CacheTidying.LimitInMegabytes}"));
        return 0;
    }

    static int Clear()
    {
        var (removed, inUse) = CacheTidying.Clear(Folder);
        Terminal.Say($"{removed} compiled programs removed{(inUse > 0 ? $", {inUse} in use left" : "")}");
        return 0;
    }
}
