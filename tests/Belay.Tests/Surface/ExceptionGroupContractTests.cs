using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class ExceptionGroupContractTests
{
    static readonly Boom _boom = new();
    static readonly TimeoutException _timeout = new();

    [Fact]
    public void ExceptionGroup_OfSeparateOrCollectedExceptions_HoldsThem()
    {
        AggregateException separate = new ExceptionGroup("two", _boom, _timeout);
        AggregateException collected = new ExceptionGroup(message: "two", exceptions: new List<Exception> { _boom, _timeout });

        Assert.Equal([_boom, _timeout], separate.InnerExceptions);
        Assert.Equal([_boom, _timeout], collected.InnerExceptions);
        Assert.Equal("two (2 sub-exceptions)", separate.Message);
    }

    [Fact]
    public void Split_ByTypeOrPredicate_NamesBothParts()
    {
        var group = new ExceptionGroup("two", _boom, _timeout);
        var byType = group.Split<TimeoutException>();
        var byPredicate = group.Split(predicate: error => error is TimeoutException);

        Assert.Equal([_timeout], byType.Matched!.InnerExceptions);
        Assert.Equal([_boom], byType.Unmatched!.InnerExceptions);
        Assert.Equal([_timeout], byPredicate.Matched!.InnerExceptions);
        Assert.Equal([_boom], byPredicate.Unmatched!.InnerExceptions);
    }

    [Fact]
    public void Subgroup_ByTypeOrPredicate_IsWhatMatched()
    {
        var group = new ExceptionGroup("two", _boom, _timeout);
        ExceptionGroup? byType = group.Subgroup<TimeoutException>();
        ExceptionGroup? byPredicate = group.Subgroup(predicate: error => error is TimeoutException);

        Assert.Equal([_timeout], byType!.InnerExceptions);
        Assert.Equal([_timeout], byPredicate!.InnerExceptions);
        Assert.Null(group.Subgroup<FormatException>());
    }

    [Fact]
    public void Handle_SomeOfThem_ThrowsTheRest()
    {
        ExceptionGroup? handled = null;

        var rest = Assert.Throws<ExceptionGroup>(() => new ExceptionGroup("two", _boom, _timeout).Handle<TimeoutException>(handler: part => handled = part));

        Assert.Equal([_timeout], handled!.InnerExceptions);
        Assert.Equal([_boom], rest.InnerExceptions);
    }
}
