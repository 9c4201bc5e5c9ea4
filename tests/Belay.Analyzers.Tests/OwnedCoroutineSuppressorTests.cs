using Microsoft.CodeAnalysis;

namespace Belay.Analyzers.Tests;

public class OwnedCoroutineSuppressorTests
{
    [Theory]
    [InlineData("group.CreateTask(Work());")]
    [InlineData("Coro.CreateTask(Work());")]
    [InlineData("group.CreateTask(Value());")]
    [InlineData("Coro.CreateTask(Value());")]
    [InlineData("group.CreateTask(name: \"worker\", coroutine: Work());")]
    [InlineData("group!.CreateTask(Work());")]
    [InlineData("for (group.CreateTask(Work()); ; ) { break; }")]
    [InlineData("Work().Adopt();")]
    [InlineData("Owner.Adopt(Work());")]
    [InlineData("Owner.AdoptAll(Work(), Work());")]
    [InlineData("Spawn spawn = group.CreateTask; spawn(Work());")]
    public async Task Statement_CoroutineGivenToOwner_IsSuppressed(string statement) =>
        Assert.True((await CheckAsync(statement)).IsSuppressed);

    [Theory]
    [InlineData("Work();")]
    [InlineData("Value();")]
    [InlineData("Other(Work());")]
    [InlineData("Other(Owner.Adopt(Work()));")]
    [InlineData("Owner.Adopt(Work()).Then();")]
    [InlineData("Owner.AdoptOrNothing();")]
    [InlineData("Func<Coro, string?, bool, CoroTask> spawn = group.CreateTask; spawn(Work(), null, false);")]
    [InlineData("Owner.Lookalike(Work());")]
    [InlineData("System.Threading.Tasks.Task.Run(() => { });")]
    public async Task Statement_CoroutineWithoutOwner_IsNotSuppressed(string statement) =>
        Assert.False((await CheckAsync(statement)).IsSuppressed);

    [Fact]
    public async Task Lambda_ExpressionBodyGivesToOwner_IsSuppressed() =>
        Assert.True((await CheckAsync("Action later = async () => group.CreateTask(Work()); later();")).IsSuppressed);

    // The compiler itself is silent here, so the two spellings of a hand-over read alike.
    [Theory]
    [InlineData("group?.CreateTask(Work());")]
    [InlineData("holder?.Group?.CreateTask(Work());")]
    [InlineData("holder?.Group!.CreateTask(Work());")]
    public async Task Statement_ConditionalHandOver_DrawsNoWarning(string statement) =>
        Assert.Empty(await FindAsync(statement));

    [Fact]
    public void SupportedSuppressions_Always_NameTheRulesAndSayWhy()
    {
        var suppressions = new OwnedCoroutineSuppressor().SupportedSuppressions;

        Assert.Equal(
            [("BELAYS001", "CS4014"), ("BELAYS002", "VSTHRD110"), ("BELAYS003", "MA0134")],
            suppressions.Select(suppression => (suppression.Id, suppression.SuppressedDiagnosticId)));
        Assert.All(suppressions, suppression => Assert.Contains("given to an owner", suppression.Justification.ToString()));
    }

    // Two packages of analyzers that are not here: one reports the call's name, the other the call.
    [Theory]
    [InlineData("VSTHRD110", true)]
    [InlineData("VSTHRD110", false)]
    [InlineData("MA0134", true)]
    [InlineData("MA0134", false)]
    public async Task OtherRule_OnCallThatGivesToOwner_IsSuppressed(string id, bool onName)
    {
        var source = In("group.CreateTask(Work()); Work();");

        var diagnostics = await AnalyzerHarness.RunAsync(source, new EveryStatementRule(id, onName), new OwnedCoroutineSuppressor());

        Assert.Equal([true, false], diagnostics.Where(diagnostic => diagnostic.Id == id).OrderBy(report => report.Location.SourceSpan.Start).Select(report => report.IsSuppressed));
    }

    [Fact]
    public async Task Statements_OneOwnedOneNot_OnlyTheOwnedIsSuppressed()
    {
        var warnings = await FindAsync("group.CreateTask(Work()); Work();");

        Assert.Equal([true, false], warnings.OrderBy(warning => warning.Location.SourceSpan.Start).Select(warning => warning.IsSuppressed));
    }

    /// <summary>The one CS4014 of the statement: a case that draws none would prove nothing.</summary>
    static async Task<Diagnostic> CheckAsync(string statement) => Assert.Single(await FindAsync(statement));

    static async Task<Diagnostic[]> FindAsync(string statements)
    {
        var diagnostics = await AnalyzerHarness.RunAsync(In(statements), new OwnedCoroutineSuppressor());
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == "CS4014")];
    }

    static string In(string statements) =>
        $$"""
        class Holder
        {
            public TaskGroup Group { get; init; } = null!;
        }

        delegate CoroTask Spawn([TakesOwnership] Coro coroutine, string? name = null, bool eager = false);

        static class Owner
        {
            public static Coro Adopt([TakesOwnership] this Coro coroutine) => coroutine;
            public static Coro AdoptAll([TakesOwnership] params Coro[] coroutines) => coroutines[0];
            public static Coro AdoptOrNothing([TakesOwnership] Coro coroutine = default) => coroutine;
            public static Coro Lookalike([Elsewhere.TakesOwnership] Coro coroutine) => coroutine;
            public static Coro Then(this Coro coroutine) => coroutine;
        }

        namespace Elsewhere
        {
            class TakesOwnershipAttribute : Attribute;
        }

        class Program
        {
            static async Coro Work() => await Coro.Yield();
            static async Coro<int> Value() { await Coro.Yield(); return 1; }
            static Coro Other(Coro coroutine) => coroutine;

            static async Coro Main(TaskGroup group, Holder? holder)
            {
                await Coro.Yield();
                {{statements}}
            }
        }
        """;
}
