namespace Belay;
internal sealed class MoveNextCopy<TStateMachine>
{
    internal static MoveNextCopy<TStateMachine>? TryMake(Type awaiter) => null;
    internal void Run(ref TStateMachine stateMachine) { }
}
