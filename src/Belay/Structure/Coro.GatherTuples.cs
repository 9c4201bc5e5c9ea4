namespace Belay;

// Two to eight arguments, each with a type of its own: there is no way to say that but to write it out.
public readonly partial struct Coro
{
    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2)> Gather<T1, T2>([TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second) =>
        new GatherParts(2).Add(first).Add(second).Gather(static p => (p[0].ResultAs<T1>(), p[1].ResultAs<T2>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2)> Gather<T1, T2>(CoroTask<T1> first, CoroTask<T2> second) =>
        new GatherParts(2).Add(first).Add(second).Gather(static p => (p[0].ResultAs<T1>(), p[1].ResultAs<T2>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3)> Gather<T1, T2, T3>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third) =>
        new GatherParts(3).Add(first).Add(second).Add(third).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3)> Gather<T1, T2, T3>(CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third) =>
        new GatherParts(3).Add(first).Add(second).Add(third).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4)> Gather<T1, T2, T3, T4>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third,
        [TakesOwnership] Coro<T4> fourth) =>
        new GatherParts(4).Add(first).Add(second).Add(third).Add(fourth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4)> Gather<T1, T2, T3, T4>(
        CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third, CoroTask<T4> fourth) =>
        new GatherParts(4).Add(first).Add(second).Add(third).Add(fourth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5)> Gather<T1, T2, T3, T4, T5>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third,
        [TakesOwnership] Coro<T4> fourth, [TakesOwnership] Coro<T5> fifth) =>
        new GatherParts(5).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5)> Gather<T1, T2, T3, T4, T5>(
        CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third, CoroTask<T4> fourth, CoroTask<T5> fifth) =>
        new GatherParts(5).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6)> Gather<T1, T2, T3, T4, T5, T6>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third,
        [TakesOwnership] Coro<T4> fourth, [TakesOwnership] Coro<T5> fifth, [TakesOwnership] Coro<T6> sixth) =>
        new GatherParts(6).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6)> Gather<T1, T2, T3, T4, T5, T6>(
        CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third, CoroTask<T4> fourth, CoroTask<T5> fifth, CoroTask<T6> sixth) =>
        new GatherParts(6).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6, T7)> Gather<T1, T2, T3, T4, T5, T6, T7>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third,
        [TakesOwnership] Coro<T4> fourth, [TakesOwnership] Coro<T5> fifth, [TakesOwnership] Coro<T6> sixth,
        [TakesOwnership] Coro<T7> seventh) =>
        new GatherParts(7).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Add(seventh).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>(), p[6].ResultAs<T7>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6, T7)> Gather<T1, T2, T3, T4, T5, T6, T7>(
        CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third, CoroTask<T4> fourth, CoroTask<T5> fifth, CoroTask<T6> sixth,
        CoroTask<T7> seventh) =>
        new GatherParts(7).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Add(seventh).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>(), p[6].ResultAs<T7>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6, T7, T8)> Gather<T1, T2, T3, T4, T5, T6, T7, T8>(
        [TakesOwnership] Coro<T1> first, [TakesOwnership] Coro<T2> second, [TakesOwnership] Coro<T3> third,
        [TakesOwnership] Coro<T4> fourth, [TakesOwnership] Coro<T5> fifth, [TakesOwnership] Coro<T6> sixth,
        [TakesOwnership] Coro<T7> seventh, [TakesOwnership] Coro<T8> eighth) =>
        new GatherParts(8).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Add(seventh).Add(eighth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>(), p[6].ResultAs<T7>(), p[7].ResultAs<T8>()));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<(T1, T2, T3, T4, T5, T6, T7, T8)> Gather<T1, T2, T3, T4, T5, T6, T7, T8>(
        CoroTask<T1> first, CoroTask<T2> second, CoroTask<T3> third, CoroTask<T4> fourth, CoroTask<T5> fifth, CoroTask<T6> sixth,
        CoroTask<T7> seventh, CoroTask<T8> eighth) =>
        new GatherParts(8).Add(first).Add(second).Add(third).Add(fourth).Add(fifth).Add(sixth).Add(seventh).Add(eighth).Gather(static p => (
            p[0].ResultAs<T1>(), p[1].ResultAs<T2>(), p[2].ResultAs<T3>(), p[3].ResultAs<T4>(), p[4].ResultAs<T5>(),
            p[5].ResultAs<T6>(), p[6].ResultAs<T7>(), p[7].ResultAs<T8>()));
}
