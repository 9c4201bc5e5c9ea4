using Belay.Tests.Support;

namespace Belay.Tests.Context;

/// <summary>A ContextVar by itself: values and tokens.</summary>
public class ContextVarTests
{
    [Fact]
    public void Name_IsTheGivenOne() => Assert.Equal("variable", new ContextVar<int>("variable").Name);

    [Fact]
    public void Value_NeverSet_IsTheDefault()
    {
        Assert.Equal(42, new ContextVar<int>("with", 42).Value);
        Assert.Equal(0, new ContextVar<int>("without").Value);
        Assert.Null(new ContextVar<string>("without").Value);
    }

    [Fact]
    public void Value_Set_IsRead()
    {
        var variable = new ContextVar<int>("variable", 1);
        variable.Value = 2;
        Assert.Equal(2, variable.Value);
    }

    [Fact]
    public void Value_SetToDefaultOfT_IsNotTheDefaultValue()
    {
        var variable = new ContextVar<string?>("variable", "default");
        variable.Value = null;
        Assert.Null(variable.Value);
    }

    [Fact]
    public void Value_OfTwoVariablesWithOneName_AreApart()
    {
        var first = new ContextVar<int>("same");
        var second = new ContextVar<int>("same");
        first.Value = 1;
        Assert.Equal(0, second.Value);
    }

    [Fact]
    public void Reset_RestoresWhatSetReplaced()
    {
        var variable = new ContextVar<string>("variable", "default");
        var outer = variable.Set("outer");
        var inner = variable.Set("inner");
        Assert.Equal("inner", variable.Value);
        variable.Reset(inner);
        Assert.Equal("outer", variable.Value);
        variable.Reset(outer);
        Assert.Equal("default", variable.Value);
    }

    [Fact]
    public void Reset_OutOfOrder_RestoresWhatThatTokenReplaced()
    {
        var variable = new ContextVar<int>("variable");
        var first = variable.Set(1);
        variable.Set(2);
        variable.Reset(first);
        Assert.Equal(0, variable.Value);
    }

    [Fact]
    public void Reset_WithATokenAlreadyUsed_Throws()
    {
        var variable = new ContextVar<int>("variable");
        variable.Value = 1;
        var token = variable.Set(2);
        variable.Reset(token);
        variable.Value = 3;
        Assert.Throws<InvalidOperationException>(() => variable.Reset(token));
        Assert.Equal(3, variable.Value);
    }

    [Fact]
    public void Reset_WithACopyOfATokenAlreadyUsed_Throws()
    {
        var variable = new ContextVar<int>("variable");
        var token = variable.Set(2);
        var copy = token;
        variable.Reset(token);
        Assert.Throws<InvalidOperationException>(() => variable.Reset(copy));
    }

    [Fact]
    public void Reset_WithATokenOfAnotherVariable_Throws()
    {
        var variable = new ContextVar<int>("variable");
        var other = new ContextVar<int>("other");
        var token = variable.Set(42);
        Assert.Throws<ArgumentException>(() => other.Reset(token));
        Assert.Equal(42, variable.Value);
        variable.Reset(token);
        Assert.Equal(0, variable.Value);
    }

    [Fact]
    public void Reset_WithNoToken_Throws() =>
        Assert.Throws<ArgumentException>(() => new ContextVar<int>("variable").Reset(default));

    [Fact]
    public void Reset_WithATokenOfAnotherTasksContext_Throws() => Loop.Run(async () =>
    {
        var variable = new ContextVar<int>("variable");
        async Coro<ContextToken<int>> SetInATask()
        {
            await Coro.Yield();
            return variable.Set(1);
        }
        var token = await Coro.CreateTask(SetInATask());
        Assert.Throws<ArgumentException>(() => variable.Reset(token));
    });

    [Fact]
    public void Reset_InAChildWithItsParentsToken_Throws() => Loop.Run(async () =>
    {
        var variable = new ContextVar<int>("variable");
        var token = variable.Set(1);
        async Coro ResetInATask() => Assert.Throws<ArgumentException>(() => variable.Reset(token));
        await Coro.CreateTask(ResetInATask());
        variable.Reset(token);
        Assert.Equal(0, variable.Value);
    });

    [Fact]
    public void Reset_AfterAwaitsInTheSameTask_Works() => Loop.Run(async () =>
    {
        var variable = new ContextVar<int>("variable", 1);
        var token = variable.Set(2);
        await Coro.Yield();
        await Task.Run(() => { });
        Assert.Equal(2, variable.Value);
        variable.Reset(token);
        await Coro.Yield();
        Assert.Equal(1, variable.Value);
    });

    [Fact]
    public void Reset_InAnAwaitedCoroutine_SeesTheCallersToken() => Loop.Run(async () =>
    {
        var variable = new ContextVar<int>("variable");
        var token = variable.Set(1);
        async Coro ResetInline()
        {
            await Coro.Yield();
            variable.Reset(token);
        }
        await ResetInline();
        Assert.Equal(0, variable.Value);
    });
}
