namespace Belay.Pickling.Tests.Values;

public class PyDictTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public void RandomOperations_OnKeysOfAllKinds_AgreeWithADictionary(int keys)
    {
        var random = new Random(keys);
        var dict = new PyDict();
        var expected = new Dictionary<object, object?>();
        for (var step = 0; step < 20_000; step++)
        {
            object key = random.Next(2) == 0 ? (long)random.Next(keys) : $"key {random.Next(keys)}";
            if (random.Next(50) == 0) Assert.Equal(expected.Remove(key), dict.Remove(key));
            else dict[key] = expected[key] = step;
            Assert.Equal(expected.Count, dict.Count);
        }
        Assert.All(expected, pair => Assert.Equal(pair.Value, dict[pair.Key]));
        Assert.Equal(expected.Count, dict.Distinct().Count());
    }

    [Fact]
    public void Keys_ThatAreEqualInPython_AreOne()
    {
        var dict = new PyDict { [1] = "a" };
        dict[1.0] = "b";
        dict[true] = "c";
        dict[1m] = "d";
        dict[System.Numerics.BigInteger.One] = "e";

        Assert.Equal([new(1, "e")], dict);
        Assert.False(dict.ContainsKey("1"));
        Assert.False(dict.ContainsKey(1.5));
    }

    [Fact]
    public void Keys_OfTuplesBytesAndNone_AreCompared()
    {
        var dict = new PyDict { [null] = 0, [new PyTuple(1, "a")] = 1, [new byte[] { 1 }] = 2, [new PyFrozenSet([1, 2])] = 3 };

        Assert.Equal([0, 1, 2, 3], new object?[] { dict[null], dict[new PyTuple(1.0, "a")], dict[new byte[] { 1 }], dict[new PyFrozenSet([2, 1])] });
    }

    [Fact]
    public void Order_AfterARemoval_IsThatOfInsertion()
    {
        var dict = new PyDict(Enumerable.Range(0, 20).Select(number => new KeyValuePair<object?, object?>(number, null)));
        dict.Remove(3);
        dict[3] = null;

        Assert.Equal([.. Enumerable.Range(0, 3), .. Enumerable.Range(4, 16), 3], dict.Keys.Cast<int>());
    }

    [Fact]
    public void Add_KeyThatIsThere_Throws()
    {
        var dict = new PyDict { { "a", 1 } };

        Assert.Throws<ArgumentException>(() => dict.Add("a", 2));
        Assert.Throws<KeyNotFoundException>(() => dict["b"]);
    }
}
