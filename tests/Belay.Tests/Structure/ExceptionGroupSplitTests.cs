namespace Belay.Tests.Structure;

/// <summary>Split and Subgroup part the leaves and keep the shape of the tree, as PEP 654 has it.</summary>
public class ExceptionGroupSplitTests
{
    static readonly FormatException _format1 = new("1");
    static readonly FormatException _format2 = new("2");
    static readonly FormatException _format3 = new("3");
    static readonly ArgumentException _argument1 = new("1");
    static readonly ArgumentException _argument2 = new("2");

    static ExceptionGroup Flat() => new("flat", _format1, _argument1, _format2);

    static ExceptionGroup Nested() => new(
        "outer",
        new ExceptionGroup("middle", new ExceptionGroup("inner", _format1, _argument1), _argument2, _format2),
        _format3);

    [Fact]
    public void Split_TypeOfSome_PartsThemInOrder()
    {
        var (matched, unmatched) = Flat().Split<FormatException>();
        Assert.Equal([_format1, _format2], matched!.InnerExceptions);
        Assert.Equal([_argument1], unmatched!.InnerExceptions);
    }

    [Fact]
    public void Split_Parts_KeepTheTextWithTheirOwnCount()
    {
        var (matched, unmatched) = Flat().Split<FormatException>();
        Assert.Equal("flat (2 sub-exceptions)", matched!.Message);
        Assert.Equal("flat (1 sub-exception)", unmatched!.Message);
    }

    [Fact]
    public void Split_TypeOfNone_LeavesAllUnmatched()
    {
        var (matched, unmatched) = Flat().Split<TimeoutException>();
        Assert.Null(matched);
        Assert.Equal(Flat().InnerExceptions, unmatched!.InnerExceptions);
        Assert.Equal("flat (3 sub-exceptions)", unmatched.Message);
    }

    [Fact]
    public void Split_TypeOfAllLeaves_LeavesNothingUnmatched()
    {
        var (matched, unmatched) = Nested().Split<SystemException>();
        Assert.Equal("outer{middle{inner{F1 A1} A2 F2} F3}", Shape(matched!));
        Assert.Null(unmatched);
    }

    [Fact]
    public void Split_TypeOfTheGroupItself_MatchesTheGroupAsItIs()
    {
        var group = Nested();
        Assert.Same(group, group.Split<Exception>().Matched);
        Assert.Same(group, group.Split<AggregateException>().Matched);
        Assert.Same(group, group.Split<ExceptionGroup>().Matched);
        Assert.Null(group.Split<ExceptionGroup>().Unmatched);
    }

    [Fact]
    public void Split_DerivedTypes_MatchTheirBase()
    {
        var derived = new ArgumentNullException();
        var (matched, unmatched) = new ExceptionGroup("g", derived, _format1).Split<ArgumentException>();
        Assert.Same(derived, Assert.Single(matched!.InnerExceptions));
        Assert.Same(_format1, Assert.Single(unmatched!.InnerExceptions));
    }

    [Fact]
    public void Split_NestedGroups_BothPartsKeepTheNesting()
    {
        var (matched, unmatched) = Nested().Split<FormatException>();
        Assert.Equal("outer{middle{inner{F1} F2} F3}", Shape(matched!));
        Assert.Equal("outer{middle{inner{A1} A2}}", Shape(unmatched!));
    }

    [Fact]
    public void Split_Predicate_PartsTheLeaves()
    {
        var (matched, unmatched) = Nested().Split(error => error.Message == "1");
        Assert.Equal("outer{middle{inner{F1 A1}}}", Shape(matched!));
        Assert.Equal("outer{middle{A2 F2} F3}", Shape(unmatched!));
    }

    [Fact]
    public void Split_Predicate_IsAskedAboutGroupsBeforeTheirParts()
    {
        var asked = new List<string>();
        Nested().Split(error =>
        {
            asked.Add(Shape(error));
            return false;
        });
        Assert.Equal(
            ["outer{middle{inner{F1 A1} A2 F2} F3}", "middle{inner{F1 A1} A2 F2}", "inner{F1 A1}", "F1", "A1", "A2", "F2", "F3"],
            asked);
    }

    [Fact]
    public void Split_PredicateMatchesAnInnerGroup_TakesItWhole()
    {
        var group = Nested();
        var (matched, unmatched) = group.Split(error => error is ExceptionGroup && error.Message.StartsWith("inner"));
        Assert.Equal("outer{middle{inner{F1 A1}}}", Shape(matched!));
        Assert.Equal("outer{middle{A2 F2} F3}", Shape(unmatched!));
    }

    [Fact]
    public void Split_PredicateMatchesAll_GivesTheGroupAsItIs()
    {
        var group = Nested();
        var (matched, unmatched) = group.Split(_ => true);
        Assert.Same(group, matched);
        Assert.Null(unmatched);
    }

    [Fact]
    public void Split_TypeOfASubclass_MatchesNestedGroupsOfIt()
    {
        var special = new Special("special", _format1, _argument1);
        var (matched, unmatched) = new ExceptionGroup("outer", special, _format2).Split<Special>();
        Assert.Same(special, Assert.Single(matched!.InnerExceptions));
        Assert.Equal("outer{F2}", Shape(unmatched!));
    }

    [Fact]
    public void Split_Subclass_PartsArePlainGroups()
    {
        var (matched, unmatched) = new Special("special", _format1, _argument1).Split<FormatException>();
        Assert.IsType<ExceptionGroup>(matched);
        Assert.IsType<ExceptionGroup>(unmatched);
        Assert.Equal("special{F1}", Shape(matched));
        Assert.Equal("special{A1}", Shape(unmatched));
    }

    [Fact]
    public void Split_Original_IsUnchanged()
    {
        var group = Nested();
        group.Split<FormatException>();
        Assert.Equal("outer{middle{inner{F1 A1} A2 F2} F3}", Shape(group));
    }

    [Fact]
    public void Split_Parts_KeepTheStackTrace()
    {
        var caught = Assert.Throws<ExceptionGroup>(Throw);
        var (matched, unmatched) = caught.Split<FormatException>();
        Assert.Contains(nameof(Throw), $"{matched}");
        Assert.Contains(nameof(Throw), $"{unmatched}");
    }

    [Fact]
    public void Subgroup_TypeOfSome_KeepsShapeAndText()
    {
        var group = Nested().Subgroup<ArgumentException>();
        Assert.Equal("outer{middle{inner{A1} A2}}", Shape(group!));
    }

    [Fact]
    public void Subgroup_TypeOfNone_IsNull() => Assert.Null(Nested().Subgroup<TimeoutException>());

    [Fact]
    public void Subgroup_TypeOfTheGroupItself_IsTheGroup()
    {
        var group = Nested();
        Assert.Same(group, group.Subgroup<Exception>());
        Assert.Same(group, group.Subgroup<ExceptionGroup>());
    }

    [Fact]
    public void Subgroup_Predicate_SelectsTheLeaves()
    {
        Assert.Equal("outer{middle{A2 F2}}", Shape(Nested().Subgroup(error => error.Message == "2")!));
        Assert.Null(Nested().Subgroup(_ => false));
        var group = Nested();
        Assert.Same(group, group.Subgroup(_ => true));
    }

    static void Throw() => throw Flat();

    static string Shape(Exception error) => error switch
    {
        ExceptionGroup group => $"{Text(group)}{{{string.Join(' ', group.InnerExceptions.Select(Shape))}}}",
        _ => $"{error.GetType().Name[0]}{error.Message}",
    };

    static string Text(ExceptionGroup group) => group.Message[..group.Message.IndexOf(" (", StringComparison.Ordinal)];

    sealed class Special(string message, params IEnumerable<Exception> exceptions) : ExceptionGroup(message, exceptions);
}
