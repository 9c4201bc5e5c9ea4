using System.Numerics;
using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Reading;

public class TypedLoadTests
{
    [Fact]
    public void Loads_Numbers_AreWhatIsAskedFor()
    {
        var seven = Pickle.Dumps(7);
        Assert.Equal(7, Pickle.Loads<int>(seven));
        Assert.Equal((byte)7, Pickle.Loads<byte>(seven));
        Assert.Equal(7ul, Pickle.Loads<ulong>(seven));
        Assert.Equal(7.0, Pickle.Loads<double>(seven));
        Assert.Equal(7m, Pickle.Loads<decimal>(seven));
        Assert.Equal((BigInteger)7, Pickle.Loads<BigInteger>(seven));
        Assert.Equal(7, Pickle.Loads<int?>(seven));
        Assert.Null(Pickle.Loads<int?>(Pickle.Dumps(null)));
    }

    [Theory]
    [InlineData(300L)]
    [InlineData(-1L)]
    public void Loads_NumberThatDoesNotFit_IsAnError(long number) =>
        Assert.Equal(PickleErrorKind.Value, Assert.Throws<PickleException>(() => Pickle.Loads<byte>(Pickle.Dumps(number))).Kind);

    [Fact]
    public void Loads_OtherType_SaysWhatItIs()
    {
        Assert.Contains("a str cannot be a Int32", Assert.Throws<PickleException>(() => Pickle.Loads<int>(Pickle.Dumps("7"))).Message);
        Assert.Contains("None", Assert.Throws<PickleException>(() => Pickle.Loads<int>(Pickle.Dumps(null))).Message);
        Assert.Contains("AddList", Assert.Throws<PickleException>(() => Pickle.Loads<List<Version>>(Pickle.Dumps(new[] { 1 }))).Message);
    }

    [Fact]
    public void Loads_Collections_AreWhatIsAskedFor()
    {
        var list = Pickle.Dumps(new[] { 1, 2 });
        Assert.Equal([1, 2], Pickle.Loads<List<int>>(list));
        Assert.Equal([1, 2], Pickle.Loads<int[]>(list));
        Assert.Equal([1, 2], Pickle.Loads<HashSet<int>>(list));
        Assert.Equal([1, 2], Pickle.Loads<Deque<int>>(list));
        Assert.Equal([1, 2], Pickle.Loads<IReadOnlyList<int>>(list));
        Assert.Equal(5, Pickle.Loads<Deque<int>>(Pickle.Dumps(new Deque<int>([1], 5))).MaxLength);
        var dictionary = new Dictionary<string, double> { ["a"] = 1.5 };
        Assert.Equal(dictionary, Pickle.Loads<Dictionary<string, double>>(Pickle.Dumps(dictionary)));
        Assert.Equal(dictionary, Pickle.Loads<IReadOnlyDictionary<string, double>>(Pickle.Dumps(dictionary)));
    }

    [Fact]
    public void Loads_ObjectsInARing_KeepTheirIdentity()
    {
        var ada = new Account { Owner = "Ada", CreatedAt = DateTimeOffset.UnixEpoch, Tags = ["a", "b"], Balances = { ["EUR"] = 1.10m } };
        var bob = new Account { Owner = "Bob", Tags = ada.Tags, Friends = [ada] };
        ada.Friends.Add(bob);
        ada.Friends.Add(ada);

        var loaded = Pickle.Loads<Account>(Pickle.Dumps(ada));

        Assert.Equal(("Ada", "Bob", 2), (loaded.Owner, loaded.Friends[0].Owner, loaded.Friends.Count));
        Assert.Same(loaded, loaded.Friends[1]);
        Assert.Same(loaded, loaded.Friends[0].Friends[0]);
        Assert.Same(loaded.Tags, loaded.Friends[0].Tags);
        Assert.Equal(ada.Balances, loaded.Balances);
        Assert.Equal(ada.CreatedAt, loaded.CreatedAt);
        Assert.Null(loaded.Friends[0].CreatedAt);
    }

    [Fact]
    public void Loads_ListThatHoldsItsOwner_IsFilledAtTheEnd()
    {
        // The list is begun before the account, whose state has it.
        var friends = new List<Account>();
        friends.Add(new Account { Owner = "Ada", Friends = friends });
        friends.Add(new Account { Owner = "Bob", Friends = friends });

        var loaded = (List<object?>)Pickle.Loads(Pickle.Dumps(friends))!;

        var ada = Assert.IsType<Account>(loaded[0]);
        Assert.Equal(["Ada", "Bob"], ada.Friends.Select(friend => friend.Owner));
        Assert.Same(ada, ada.Friends[0]);
        Assert.Same(ada.Friends, ada.Friends[1].Friends);
    }

    [Fact]
    public void Loads_UnknownAttribute_IsAnError()
    {
        var point = new PickledObject(new PickledGlobal("shapes", "Point"), PyTuple.Empty, isNew: true)
        {
            HasState = true,
            State = new PyDict { ["across"] = 1L, ["up"] = 2.0, ["z"] = 3L },
        };

        Assert.Contains("the attribute z", Assert.Throws<PickleException>(() => Pickle.Loads<Point>(Pickle.Dumps(point))).Message);
    }

    [Fact]
    public void Loads_EnumWithoutSuchAMember_IsAnError()
    {
        var color = new PickledObject(new PickledGlobal("shapes", "Color"), [9L]);

        Assert.Contains("no member", Assert.Throws<PickleException>(() => Pickle.Loads<Color>(Pickle.Dumps(color))).Message);
    }
}
