using System.Collections;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>Reads a line, runs it, shows what came of it; the loop goes on all the while.</summary>
sealed class Prompt(TextReader input, TextWriter output)
{
    const int MaxItemsShown = 20;

    readonly Submissions _submissions = new();

    /// <summary>Who reads a file or a pipe has no use for prompts.</summary>
    readonly bool _isSilent = Console.IsInputRedirected;

    CoroTask? _running;

    internal async Coro<int> RunAsync()
    {
        if (!_isSilent) output.WriteLine($"Belay on .NET {Environment.Version}. await works here; Ctrl-C cancels what runs, Ctrl-D ends.");
        EventLoop.Running.AddSignalHandler(PosixSignal.SIGINT, OnInterrupt);
        var lines = LineReader.Start(input);
        while (await ReadAsync(lines) is { } text)
        {
            if (text.Trim() is "exit" or "quit") break;
            if (text.Trim().Length > 0) await RunAsync(text);
        }
        return 0;
    }

    /// <summary>As many lines as make a whole; null at the end.</summary>
    async Coro<string?> ReadAsync(AsyncQueue<string> lines)
    {
        var text = "";
        Show(">>> ");
        while (true)
        {
            try
            {
                text += await lines.GetAsync() + "\n";
            }
            catch (QueueShutDownException)
            {
                return text.Length > 0 ? text : null;
            }
            if (SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(text, Submissions.ParseOptions))) return text;
            Show("... ");
        }
    }

    async Coro RunAsync(string text)
    {
        var task = Coro.CreateTask(_submissions.RunAsync(text), "prompt");
        _running = task;
        try
        {
            if (await task is { } value) output.WriteLine(Describe(value));
        }
        catch (CompilationFailedException failure)
        {
            foreach (var diagnostic in failure.Errors) output.WriteLine($"error {diagnostic.Id}: {diagnostic.GetMessage()}");
        }
        catch (CancelledException) when (task.IsCancelled && Coro.CurrentTask.Cancelling == 0)
        {
            output.WriteLine("cancelled");
        }
        catch (Exception failure) when (failure is not (CancelledException or KeyboardInterruptException))
        {
            output.WriteLine($"{failure.GetType().FullName}: {failure.Message}");
        }
        finally
        {
            _running = null;
        }
    }

    void OnInterrupt()
    {
        output.WriteLine();
        if (_running is { } running) running.Cancel();
        else Show(">>> ");
    }

    void Show(string prompt)
    {
        if (!_isSilent) output.Write(prompt);
    }

    static string Describe(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool isTrue => isTrue ? "true" : "false",
        CoroTask task => $"task {task.Name}, {(task.IsDone ? "done" : "running")}",
        IEnumerable items => Describe(items),
        _ => value.ToString() ?? "",
    };

    static string Describe(IEnumerable items)
    {
        var shown = items.Cast<object?>().Take(MaxItemsShown + 1).Select(item => item is null ? "null" : Describe(item)).ToArray();
        return $"[{string.Join(", ", shown.Take(MaxItemsShown))}{(shown.Length > MaxItemsShown ? ", ..." : "")}]";
    }
}
