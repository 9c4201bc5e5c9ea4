using System.Runtime.CompilerServices;

namespace Belay.Tests.Diagnostics;

public class ErrorTextTests
{
    const string Here = "Belay.Tests.Diagnostics.ErrorTextTests";

    [Fact]
    public void Write_ErrorThroughAsyncMethods_IsTheirStack()
    {
        var error = Record(() => Outer().GetAwaiter().GetResult());

        AssertText(
            error,
            "System.InvalidOperationException: boom",
            $"  at {Here}.Inner in ErrorTextTests.cs",
            $"  at {Here}.Outer in ErrorTextTests.cs",
            $"  at {Here}.Write_ErrorThroughAsyncMethods_IsTheirStack.lambda in ErrorTextTests.cs",
            $"  at {Here}.Record in ErrorTextTests.cs");
    }

    [Fact]
    public void Write_Causes_FollowEachOther() => AssertText(
        new TracedException("top", "at A.B()", new TracedException("middle", "", new FormatException("bottom"))),
        "Belay.Tests.Diagnostics.TracedException: top",
        "  at A.B",
        "caused by Belay.Tests.Diagnostics.TracedException: middle",
        "caused by System.FormatException: bottom");

    [Fact]
    public void Write_MessageOfSeveralLines_KeepsThem() => AssertText(
        new ExceptionGroup("g", new FormatException("one\r\ntwo\n")),
        "  + Belay.ExceptionGroup: g (1 sub-exception)",
        "  +-+---------------- 1 ----------------",
        "    | System.FormatException: one",
        "    | two",
        "    +-----------------------------------");

    [Fact]
    public void Write_Group_IsATree() => AssertText(
        new TracedGroup("unhandled errors in a TaskGroup", "at N.Main.Run() in Main.cs:line 1", [
            new TracedException("first", "at N.Child.One()\n--- End ---\nat N.Child.Two()", new FormatException("reason")),
            new TracedGroup("inner", "at N.Child.Group()", [new TracedException("deep", "at N.Leaf.Run()"), new TimeoutException("late")]),
            new TracedException("last", ""),
        ]),
        "  + Belay.Tests.Diagnostics.TracedGroup: unhandled errors in a TaskGroup (3 sub-exceptions)",
        "  |   at N.Main.Run in Main.cs:1",
        "  +-+---------------- 1 ----------------",
        "    | Belay.Tests.Diagnostics.TracedException: first",
        "    |   at N.Child.One",
        "    |   at N.Child.Two",
        "    | caused by System.FormatException: reason",
        "    +---------------- 2 ----------------",
        "    | Belay.Tests.Diagnostics.TracedGroup: inner (2 sub-exceptions)",
        "    |   at N.Child.Group",
        "    +-+---------------- 1 ----------------",
        "      | Belay.Tests.Diagnostics.TracedException: deep",
        "      |   at N.Leaf.Run",
        "      +---------------- 2 ----------------",
        "      | System.TimeoutException: late",
        "      +-----------------------------------",
        "    +---------------- 3 ----------------",
        "    | Belay.Tests.Diagnostics.TracedException: last",
        "    +-----------------------------------");

    [Fact]
    public void Write_GroupAsCause_IsATreeThatClosesOnce() => AssertText(
        new TracedException("top", "", new ExceptionGroup("g", new ExceptionGroup("h", new FormatException("leaf")))),
        "Belay.Tests.Diagnostics.TracedException: top",
        "  + caused by Belay.ExceptionGroup: g (1 sub-exception)",
        "  +-+---------------- 1 ----------------",
        "    | Belay.ExceptionGroup: h (1 sub-exception)",
        "    +-+---------------- 1 ----------------",
        "      | System.FormatException: leaf",
        "      +-----------------------------------");

    [Fact]
    public void Write_WideGroup_SaysHowManyMoreThereAre()
    {
        var text = Text(new ExceptionGroup("g", Enumerable.Range(0, 20).Select(i => new FormatException($"number {i}"))));

        Assert.Contains("    | System.FormatException: number 14", text);
        Assert.DoesNotContain("    | System.FormatException: number 15", text);
        Assert.Equal(["    +---------------- ... ----------------", "    | and 5 more", "    +-----------------------------------"], text[^3..]);
    }

    [Fact]
    public void Write_DeepGroup_StopsWithAWord()
    {
        Exception error = new FormatException("bottom");
        for (var i = 0; i < 10_000; i++) error = new ExceptionGroup("level", error);

        var text = Text(error);

        Assert.EndsWith("| ... nested more than 10 deep", text[^2]);
        Assert.DoesNotContain(text, line => line.Contains("bottom"));
    }

    [Fact]
    public void Write_Recursion_IsThereOnce() => AssertText(
        new TracedException("deep", string.Concat(Enumerable.Repeat("at A.Recursive()\n", 100)) + "at A.Main()"),
        "Belay.Tests.Diagnostics.TracedException: deep",
        "  at A.Recursive",
        "  ... 99 more of the same",
        "  at A.Main");

    [Fact]
    public void Line_OfAnError_IsTypeAndMessageOnOneLine()
    {
        Assert.Equal("System.FormatException: one two", ErrorText.Line(new FormatException("one\ntwo")));
        Assert.Equal("System.FormatException", ErrorText.Line(new FormatException("")));
        Assert.Equal("Belay.Tests.Diagnostics.ErrorTextTests.Nested: x", ErrorText.Line(new Nested<int>("x")));
    }

    static void AssertText(Exception error, params string[] expected) => Assert.Equal(expected, Text(error));

    static string[] Text(Exception error) => ErrorLines.Of(error);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Exception Record(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            return error;
        }
        throw new InvalidOperationException("It was to fail.");
    }

    static async Task Outer()
    {
        await Task.Yield();
        await Inner();
    }

    static async Task Inner()
    {
        await Task.Yield();
        throw new InvalidOperationException("boom");
    }

    sealed class Nested<T>(string message) : Exception(message);
}
