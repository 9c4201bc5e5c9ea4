using System.Diagnostics;
using Belay.Pickling;
using Belay.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Tests.Readme;

/// <summary>Runs a compiled block as the reader would, in a process of its own: its console, its signals and its exit code are its own.</summary>
static class DocumentProgram
{
    public static (int ExitCode, string Output, string Error) Run(CSharpCompilation compilation)
    {
        var folder = Directory.CreateTempSubdirectory("belay-document-");
        try
        {
            var program = Path.Combine(folder.FullName, "Document.dll");
            Assert.True(compilation.Emit(program).Success);
            File.WriteAllText(
                Path.ChangeExtension(program, "runtimeconfig.json"),
                $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
            foreach (var library in new[] { typeof(Coro).Assembly.Location, typeof(Pickle).Assembly.Location })
            {
                File.Copy(library, Path.Combine(folder.FullName, Path.GetFileName(library)));
            }
            return Execute(program);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static (int ExitCode, string Output, string Error) Execute(string program)
    {
        (int ExitCode, string Output, string Error) finished = default;
        HangGuard.Run(() =>
        {
            var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
            using var process = Process.Start(new ProcessStartInfo(host, ["exec", program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            finished = (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result);
        });
        return finished;
    }
}
