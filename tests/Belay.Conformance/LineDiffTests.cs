namespace Belay.Conformance;

public class LineDiffTests
{
    [Fact]
    public void Of_EqualLines_IsEmpty() => Assert.Empty(LineDiff.Of(["a", "b"], ["a", "b"]));

    [Fact]
    public void Of_AChangeInTheMiddle_ShowsItBetweenWhatIsShared() =>
        Assert.Equal(["  a", "- b", "+ x", "  c"], LineDiff.Of(["a", "b", "c"], ["a", "x", "c"]));

    [Fact]
    public void Of_LinesInAnotherOrder_ShowsOneOfThemMoved() =>
        Assert.Equal(["- a", "  b", "+ a"], LineDiff.Of(["a", "b"], ["b", "a"]));

    [Fact]
    public void Of_NothingAndSomething_ShowsItAll() => Assert.Equal(["+ a"], LineDiff.Of([], ["a"]));
}
