namespace Belay.Tests.Structure;

/// <summary>What an ExceptionGroup is made of and says.</summary>
public class ExceptionGroupTests
{
    [Fact]
    public void Message_OneException_IsInTheSingular() =>
        Assert.Equal("text (1 sub-exception)", new ExceptionGroup("text", new ArgumentException()).Message);

    [Fact]
    public void Message_SeveralExceptions_CountsThem() =>
        Assert.Equal("text (2 sub-exceptions)", new ExceptionGroup("text", new ArgumentException(), new FormatException()).Message);

    [Fact]
    public void Message_NestedGroup_CountsOnlyItsOwn()
    {
        var flat = new ExceptionGroup("flat", new ArgumentException(), new FormatException());
        var nested = new ExceptionGroup("nested", flat, new ArgumentException(), flat, new FormatException());
        Assert.Equal("nested (4 sub-exceptions)", nested.Message);
    }

    [Fact]
    public void Constructor_NoExceptions_Throws()
    {
        Assert.Throws<ArgumentException>(() => new ExceptionGroup("none"));
        Assert.Throws<ArgumentException>(() => new ExceptionGroup("none", new List<Exception>()));
    }

    [Fact]
    public void Constructor_NullAmongTheExceptions_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => new ExceptionGroup("null", new ArgumentException(), null!));

    [Fact]
    public void InnerExceptions_AreTheGivenOnesInOrder()
    {
        Exception[] exceptions = [new FormatException(), new ArgumentException(), new FormatException()];
        var group = new ExceptionGroup("text", exceptions);
        Assert.Equal(exceptions, group.InnerExceptions);
        Assert.Same(exceptions[0], group.InnerException);
    }

    [Fact]
    public void InnerExceptions_ListChangedAfterwards_StayAsTheyWere()
    {
        var exceptions = new List<Exception> { new FormatException() };
        var group = new ExceptionGroup("text", exceptions);
        exceptions.Add(new ArgumentException());
        Assert.Single(group.InnerExceptions);
        Assert.Equal("text (1 sub-exception)", group.Message);
    }

    [Fact]
    public void ExceptionGroup_CaughtAsAggregateException_FlattensToTheLeaves()
    {
        var leaf = new FormatException();
        AggregateException group = new ExceptionGroup("outer", new ExceptionGroup("inner", leaf), new ArgumentException());
        Assert.Equal(2, group.Flatten().InnerExceptions.Count);
        Assert.Contains(leaf, group.Flatten().InnerExceptions);
    }

    [Fact]
    public void Subclass_KeepsItsTypeAndMessage()
    {
        var group = new Special("special", new FormatException());
        Assert.Equal("special (1 sub-exception)", group.Message);
    }

    sealed class Special(string message, params IEnumerable<Exception> exceptions) : ExceptionGroup(message, exceptions);
}
