// BELAY012: a balance is read, an await comes, and the sum is written: one deposit is lost.
class Account
{
    int balance;

    public async Coro Main() => await Coro.Gather(Deposit(1), Deposit(2));

    async Coro Deposit(int amount)
    {
        var before = balance;
        await Coro.Yield();
        balance = before + amount;
    }
}
