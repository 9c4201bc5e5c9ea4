using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Belay.Tests.Diagnostics;

public class AwaitLinesTests
{
    public static TheoryData<string, int> Methods => new()
    {
        { nameof(AwaitShapes.InOrder), 3 },
        { nameof(AwaitShapes.Loops), 23 },
        { nameof(AwaitShapes.Handlers), 10 },
        { nameof(AwaitShapes.Expressions), 7 },
        { nameof(AwaitShapes.Switches), 5 },
        { nameof(AwaitShapes.Generic), 2 },
        { nameof(AwaitShapes.Many), 12 },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Find_EveryAwaitOfAMethod_IsTheLineInTheSource(string method, int count)
    {
        var log = Run(method);

        var found = log.Awaits.Select(visit => AwaitLines.Find(log.StateMachine, visit.State)).ToList();

        Assert.Equal(log.Awaits.Select(visit => (int?)visit.Line), found.Select(place => place.Line));
        Assert.All(found, place => Assert.Equal("AwaitShapes.cs", Path.GetFileName(place.File)));
        Assert.Equal(count, log.Awaits.Count);
    }

    [Fact]
    public void Find_CoroutineThatNeverRan_IsTheLineInTheSource()
    {
        var type = StateMachineOf(nameof(TwoAwaits));

        Assert.Equal(AwaitLines.Find(type, 0).Line + 1, AwaitLines.Find(type, 1).Line);
        Assert.Equal(nameof(AwaitLinesTests) + ".cs", Path.GetFileName(AwaitLines.Find(type, 1).File));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Find_NoSuchAwait_IsNull(int state) => Assert.Equal((null, null), AwaitLines.Find(StateMachineOf(nameof(TwoAwaits)), state));

    [Fact]
    public void Find_NotAStateMachine_IsNull() => Assert.Equal((null, null), AwaitLines.Find(typeof(AwaitLinesTests), 0));

    [Fact]
    public void Find_NoSymbols_IsNull()
    {
        var library = typeof(File).Assembly.GetTypes().First(type => type.IsValueType && typeof(IAsyncStateMachine).IsAssignableFrom(type));

        Assert.Equal((null, null), AwaitLines.Find(library, 0));
    }

    [Fact]
    public void Find_AssemblyWithoutFile_IsNull()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("NoFile"), AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("NoFile").DefineType("Machine").CreateType();

        Assert.Equal((null, null), AwaitLines.Find(type, 0));
    }

    [Fact]
    public void Find_ManyThreads_AllSeeTheSame()
    {
        var type = Run(nameof(AwaitShapes.Many)).StateMachine;
        var found = new (string?, int?)[64];

        Parallel.For(0, found.Length, i => found[i] = AwaitLines.Find(type, i % 4));

        Assert.All(found.Chunk(4), four => Assert.Equal(found[..4], four));
        Assert.DoesNotContain((null, null), found);
    }

    [Fact]
    public void Describe_StateOfACoroutine_IsItsMethodAndLine()
    {
        var type = StateMachineOf(nameof(TwoAwaits));
        var (file, line) = AwaitLines.Find(type, 1);

        var frame = StateMachineNames.Describe(type, 1);

        Assert.Equal(new CoroFrame("Belay.Tests.Diagnostics.AwaitLinesTests.TwoAwaits", file, line), frame);
        Assert.NotNull(line);
    }

    static AwaitLog Run(string method)
    {
        var info = typeof(AwaitShapes).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!;
        if (info.IsGenericMethod) info = info.MakeGenericMethod(typeof(string));
        return (AwaitLog)info.Invoke(null, [.. info.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)3 : "")])!;
    }

    static Type StateMachineOf(string method) =>
        typeof(AwaitLinesTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<AsyncStateMachineAttribute>()!.StateMachineType;

    static async Coro TwoAwaits()
    {
        await Coro.Yield();
        await Coro.Sleep(TimeSpan.Zero);
    }
}
