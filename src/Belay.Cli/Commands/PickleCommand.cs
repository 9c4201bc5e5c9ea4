using System.CommandLine;
using Belay.Pickling;

namespace Belay.Cli;

/// <summary>`belay pickle`: what is in a pickle of Python's, instruction by instruction, without building any of it.</summary>
static class PickleCommand
{
    internal static Command Describe()
    {
        var file = new Argument<string>("file") { Description = "The file; - is standard input." };
        var command = new Command("pickle", "Show a pickle instruction by instruction, as python -m pickletools does. Nothing in it is run.") { file };
        command.SetAction(parsed => Show(parsed.GetValue(file)!));
        return command;
    }

    static int Show(string file)
    {
        var pickle = Read(file);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        try
        {
            Pickle.Disassemble(pickle, output);
        }
        catch (PickleException error)
        {
            // What could be read comes first, wherever the two of them go.
            output.Flush();
            throw new UserError($"{Name(file)} is no pickle, or not a whole one: {error.Message}");
        }
        return 0;
    }

    static byte[] Read(string file)
    {
        try
        {
            if (file != "-") return File.ReadAllBytes(file);
            using var input = new MemoryStream();
            Console.OpenStandardInput().CopyTo(input);
            return input.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{Name(file)} cannot be read: {error.Message}");
        }
    }

    static string Name(string file) => file == "-" ? "standard input" : Display.Path(file);
}
