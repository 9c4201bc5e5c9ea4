using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests.Pages;

/// <summary>Code that is being written does not compile, and the rules run over it all the same.</summary>
public class IncompleteCodeTests
{
    [Theory]
    [MemberData(nameof(RulePageTests.Ids), MemberType = typeof(RulePageTests))]
    public async Task Rules_OnCodeCutOff_DoNotFail(string id)
    {
        var page = RulePage.Read(id);
        foreach (var code in page.Blocks("Wrong").Concat(page.Blocks("Right")))
        {
            // At different places of different lines.
            for (int end = 30, step = 31; end < code.Length; end += step, step = step * 7 % 53 + 20)
            {
                Assert.Empty(await FailuresAsync(code[..end]));
            }
        }
    }

    static async Task<List<Exception>> FailuresAsync(string code)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var compilation = AnalyzerHarness.UserProject.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, AnalyzerHarness.Parsing, "User.cs"));
        await new CompilationWithAnalyzers(compilation, Rules.All, options).GetAllDiagnosticsAsync();
        return failures;
    }
}
