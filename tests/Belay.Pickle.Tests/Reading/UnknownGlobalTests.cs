using System.Text;
using Belay.Pickling.Tests.Oracle;
using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Reading;

public class UnknownGlobalTests
{
    static readonly PickleOptions _keep = new() { UnknownGlobals = UnknownGlobals.Keep };

    [Fact]
    public void Loads_ClassThatIsNotRegistered_NamesItAndThePlace()
    {
        var error = Assert.Throws<UnknownGlobalException>(() => Pickle.Loads("(lp0\ncos\nsystem\n(S'true'\ntRa."u8));

        Assert.Equal(("os", "system", 5L, PickleErrorKind.UnknownGlobal), (error.Module, error.Name, error.Offset, error.Kind));
        Assert.Contains("os.system", error.Message);
    }

    [Fact]
    public void Loads_Kept_IsToBeLookedAt()
    {
        var kept = Assert.IsType<PickledObject>(Pickle.Loads("cos\nsystem\n(S'true'\ntR."u8, _keep));

        Assert.Equal(new PickledGlobal("os", "system"), kept.Callable);
        Assert.Equal(["true"], kept.Arguments);
        Assert.False(kept.IsNew);
    }

    [Fact]
    public void Loads_Kept_IsForgottenWhenNobodyHasIt()
    {
        var module = $"module{Environment.TickCount64}";

        Assert.Equal(new PickledGlobal(module, "name"), Pickle.Loads(Encoding.ASCII.GetBytes($"c{module}\nname\n."), _keep));

        Assert.Null(string.IsInterned(module));
    }

    [Fact]
    public void Loads_OnlyWhatItsTypesHave_IsRegistered()
    {
        var pickle = Pickle.Dumps(new Point(1, 2));

        Assert.Throws<UnknownGlobalException>(() => Pickle.Loads(pickle, new() { Types = new PickleTypes() }));
        var some = new PickleTypes().Add(PickleTypes.Default.Find(typeof(Point))!);
        Assert.Equal(new Point(1, 2), Pickle.Loads(pickle, new() { Types = some }));
    }

    [PythonFact]
    public void Dumps_Kept_IsToCPythonWhatItWas()
    {
        var lines = Python.Found!.Run("unknown.py", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        Assert.NotEmpty(lines);

        var back = lines.Select(line => $"{line[0]} {line[1]} {Convert.ToHexString(Pickle.Dumps(Pickle.Loads(Convert.FromHexString(line[2]), _keep), new() { Protocol = int.Parse(line[1]) }))}\n");

        Assert.Equal("", Python.Found!.Run("unknown.py", string.Concat(back), "check"));
    }
}
