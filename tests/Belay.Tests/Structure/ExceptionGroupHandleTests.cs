using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Handle is except*: the handler gets what matches; what does not match, and what the handler throws, leaves.</summary>
public class ExceptionGroupHandleTests
{
    static readonly FormatException _format = new();
    static readonly ArgumentException _argument = new();

    static ExceptionGroup Both() => new("both", _format, _argument);

    [Fact]
    public void Handle_AllMatch_HandlerGetsTheGroupAndNothingLeaves()
    {
        ExceptionGroup? handled = null;
        Both().Handle<SystemException>(group => handled = group);
        Assert.Equal([_format, _argument], handled!.InnerExceptions);
        Assert.Equal("both (2 sub-exceptions)", handled.Message);
    }

    [Fact]
    public void Handle_SomeMatch_HandlerGetsThemOnceAndTheRestLeaves()
    {
        var handled = new List<ExceptionGroup>();
        var rest = Assert.Throws<ExceptionGroup>(() => Both().Handle<FormatException>(handled.Add));
        Assert.Same(_format, Assert.Single(Assert.Single(handled).InnerExceptions));
        Assert.Same(_argument, Assert.Single(rest.InnerExceptions));
        Assert.Equal("both (1 sub-exception)", rest.Message);
    }

    [Fact]
    public void Handle_NoneMatch_HandlerIsNotCalledAndAllLeaves()
    {
        var called = false;
        var rest = Assert.Throws<ExceptionGroup>(() => Both().Handle<TimeoutException>(_ => called = true));
        Assert.False(called);
        Assert.Equal([_format, _argument], rest.InnerExceptions);
        Assert.Equal("both (2 sub-exceptions)", rest.Message);
    }

    [Fact]
    public void Handle_NestedGroups_BothPartsKeepTheNesting()
    {
        var group = new ExceptionGroup("outer", Both(), _argument);
        ExceptionGroup? handled = null;
        var rest = Assert.Throws<ExceptionGroup>(() => group.Handle<FormatException>(matched => handled = matched));
        Assert.Same(_format, Assert.Single(Assert.IsType<ExceptionGroup>(Assert.Single(handled!.InnerExceptions)).InnerExceptions));
        Assert.Equal(2, rest.InnerExceptions.Count);
        Assert.Same(_argument, Assert.Single(Assert.IsType<ExceptionGroup>(rest.InnerExceptions[0]).InnerExceptions));
        Assert.Same(_argument, rest.InnerExceptions[1]);
    }

    [Fact]
    public void Handle_TypeOfTheGroup_HandlerGetsTheGroupItself()
    {
        var group = Both();
        ExceptionGroup? handled = null;
        group.Handle<Exception>(matched => handled = matched);
        Assert.Same(group, handled);
    }

    [Fact]
    public void Handle_HandlerThrowsAndNothingIsLeft_ItsExceptionLeavesAsItIs()
    {
        var boom = new Boom();
        Assert.Same(boom, Assert.Throws<Boom>(() => Both().Handle<SystemException>(_ => throw boom)));
    }

    [Fact]
    public void Handle_HandlerThrowsBesideARest_BothLeaveInOneGroup()
    {
        var boom = new Boom();
        var thrown = Assert.Throws<ExceptionGroup>(() => Both().Handle<FormatException>(_ => throw boom));
        Assert.Equal(2, thrown.InnerExceptions.Count);
        Assert.Same(boom, thrown.InnerExceptions[0]);
        var rest = Assert.IsType<ExceptionGroup>(thrown.InnerExceptions[1]);
        Assert.Same(_argument, Assert.Single(rest.InnerExceptions));
        Assert.Equal("both (1 sub-exception)", rest.Message);
    }

    [Fact]
    public void Handle_OneAfterAnother_PeelsTheGroup()
    {
        var handled = new List<string>();
        var rest = Assert.Throws<ExceptionGroup>(() => Both().Handle<FormatException>(_ => handled.Add("format")));
        rest.Handle<ArgumentException>(_ => handled.Add("argument"));
        Assert.Equal(["format", "argument"], handled);
    }

    [Fact]
    public void Handle_FailuresOfATaskGroup_AreHandledByType() => Loop.Run(async () =>
    {
        var booms = 0;
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(new Boom()));
                group.CreateTask(Work.Fail(new Boom()));
            });
        }
        catch (ExceptionGroup failures)
        {
            failures.Handle<Boom>(matched => booms += matched.InnerExceptions.Count);
        }
        Assert.Equal(2, booms);
    });
}
