using static Belay.Tests.Diagnostics.AwaitLog;

namespace Belay.Tests.Diagnostics;

public class StateMachineNamesTests
{
    const string Here = "Belay.Tests.Diagnostics.StateMachineNamesTests";

    [Fact]
    public void Method_OfAType_IsItsPath() => AssertName($"{Here}.Plain", Plain());

    [Fact]
    public void Method_Generic_IsWithoutTypeParameters() =>
        AssertName("Belay.Tests.Diagnostics.AwaitShapes.Generic", AwaitShapes.Generic(1));

    [Fact]
    public void Method_OfANestedGenericType_IsItsPath() =>
        AssertName("Belay.Tests.Diagnostics.AwaitShapes.Box.Fill", new AwaitShapes.Box<string>().Fill(2));

    [Fact]
    public void Method_OfAFileLocalType_IsWithoutTheFile() => AssertName("Belay.Tests.Diagnostics.Hidden.Run", new Hidden().Run());

    [Fact]
    public void Method_ExplicitImplementation_IsTheMethod() =>
        AssertName("Belay.Tests.Diagnostics.Hidden.Take", ((ITaker<Dictionary<string, int>>)new Hidden()).Take([]));

    [Fact]
    public void Method_ExtensionMember_IsThatOfTheClass() => AssertName("Belay.Tests.Diagnostics.HiddenExtensions.Extended", "".Extended());

    [Fact]
    public void Method_LocalFunction_IsBelowItsMethod()
    {
        AssertName($"{Here}.{nameof(Method_LocalFunction_IsBelowItsMethod)}.Local", Local());
        AssertName($"{Here}.{nameof(Method_LocalFunction_IsBelowItsMethod)}.Generic_local", Generic_local(1));

        static async AwaitLog Local() => await AwaitLog.Here();

        static async AwaitLog Generic_local<T>(T value)
        {
            await AwaitLog.Here();
            GC.KeepAlive(value);
        }
    }

    [Fact]
    public void Method_LocalFunctionWithCaptures_IsBelowItsMethod()
    {
        var captured = 1;
        AssertName($"{Here}.{nameof(Method_LocalFunctionWithCaptures_IsBelowItsMethod)}.Local", new Func<AwaitLog>(Local)());

        async AwaitLog Local()
        {
            captured++;
            await AwaitLog.Here();
        }
    }

    [Fact]
    public void Method_Lambda_IsBelowItsMethod()
    {
        Func<AwaitLog> lambda = static async () => await AwaitLog.Here();

        AssertName($"{Here}.{nameof(Method_Lambda_IsBelowItsMethod)}.lambda", lambda());
    }

    [Fact]
    public void Method_LambdaWithCaptures_IsBelowItsMethod()
    {
        var captured = 1;
        Func<AwaitLog> lambda = async () =>
        {
            captured++;
            await AwaitLog.Here();
        };

        AssertName($"{Here}.{nameof(Method_LambdaWithCaptures_IsBelowItsMethod)}.lambda", lambda());
    }

    [Fact]
    public void Method_LambdasOfConstructors_AreBelowThem()
    {
        AssertName("Belay.Tests.Diagnostics.Hidden.ctor.lambda", new Hidden().Field());
        AssertName("Belay.Tests.Diagnostics.Hidden.cctor.lambda", Hidden.StaticField());
    }

    [Theory]
    [InlineData("Program.<<Main>$>d__0", "Program.Main")]
    [InlineData("Program.<<<Main>$>g__Local|0_0>d", "Program.Main.Local")]
    [InlineData("Program.<>c__DisplayClass0_0.<<<Main>$>b__4>d", "Program.Main.lambda")]
    [InlineData("Program.<Main>$", "Program.Main")]
    [InlineData("Program.<Main>", "Program.Main")]
    [InlineData("N.Outer`1.<>c__DisplayClass6_0`1.<<Explode>g__L|0>d.MoveNext", "N.Outer.Explode.L")]
    [InlineData("N.Outer`1.Explode[U]", "N.Outer.Explode")]
    [InlineData("N.Outer`1.<N-IFoo<System-Int32>-Bar>d__5", "N.Outer.Bar")]
    [InlineData("N.Outer..ctor", "N.Outer.ctor")]
    [InlineData("N.Enumerator.MoveNext", "N.Enumerator.MoveNext")]
    [InlineData("<unclosed", "<unclosed")]
    [InlineData("N.Odd>.Name", "N.Odd>.Name")]
    [InlineData("", "")]
    public void Readable_NamesOfTheCompiler_AreThoseOfTheSource(string name, string readable) =>
        Assert.Equal(readable, GeneratedNames.Readable(name));

    [Fact]
    public void Method_NotGenerated_IsTheNameOfTheType() => Assert.Equal("System.Collections.Generic.List", StateMachineNames.Method(typeof(List<int>)));

    static void AssertName(string expected, AwaitLog log) => Assert.Equal(expected, StateMachineNames.Method(log.StateMachine));

    static async AwaitLog Plain() => await AwaitLog.Here();
}

file interface ITaker<T>
{
    AwaitLog Take(T value);
}

file class Hidden : ITaker<Dictionary<string, int>>
{
    internal readonly Func<AwaitLog> Field = static async () => await Here();

    internal static readonly Func<AwaitLog> StaticField = static async () => await Here();

    internal async AwaitLog Run() => await Here();

    async AwaitLog ITaker<Dictionary<string, int>>.Take(Dictionary<string, int> value) => await Here();
}

file static class HiddenExtensions
{
    extension(string text)
    {
        internal async AwaitLog Extended()
        {
            GC.KeepAlive(text);
            await Here();
        }
    }
}
