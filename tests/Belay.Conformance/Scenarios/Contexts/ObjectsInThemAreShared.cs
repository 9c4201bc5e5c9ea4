// The copy is of the bindings: an object that a variable refers to is shared with the child.
namespace Belay.Conformance.Scenarios.Contexts;

static class ObjectsInThemAreShared
{
    static readonly ContextVar<List<string>> _basket = new("basket");

    public static async Coro Main()
    {
        _basket.Value = ["from main"];
        await Coro.CreateTask(Child());
        Log("main", _basket.Value);
    }

    static async Coro Child()
    {
        _basket.Value.Add("from the child");
        _basket.Value = [];
        _basket.Value.Add("unseen");
    }
}
