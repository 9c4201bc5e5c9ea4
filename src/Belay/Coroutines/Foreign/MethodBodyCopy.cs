using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Belay;

/// <summary>Copies a method's code into a dynamic one: the same instructions, with every reference resolved anew, and some calls exchanged.</summary>
[RequiresDynamicCode("Makes a method.")]
[RequiresUnreferencedCode("Reads the code of a method.")]
internal static class MethodBodyCopy
{
    const byte Call = 0x28, CallVirtual = 0x6F, LongForm = 0xFE;

    static readonly Dictionary<int, OpCode> s_opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <param name="target">Where the copy goes.</param>
    /// <param name="source">What is copied.</param>
    /// <param name="body">Its code.</param>
    /// <param name="exchange">What to call in the place of a method, if not that itself; the type is that of a <c>constrained.</c> prefix.</param>
    /// <returns>False if there is something in it that cannot be copied.</returns>
    internal static bool TryWrite(DynamicMethod target, MethodInfo source, MethodBody body, Func<MethodInfo, Type?, DynamicMethod?> exchange)
    {
        var code = body.GetILAsByteArray()!;
        var info = target.GetDynamicILInfo();
        var scope = new Scope(source, info);
        var (prefix, constrained) = (-1, (Type?)null);      // where a constrained prefix before this instruction begins, and its type
        for (var at = 0; at < code.Length;)
        {
            var start = at;
            var opCode = code[at] == LongForm ? s_opCodes[LongForm << 8 | code[at + 1]] : s_opCodes[code[at]];
            at += opCode.Size;
            switch (opCode.OperandType)
            {
                case OperandType.InlineSig:
                    return false;       // a call through a function pointer: its signature would have to be rewritten too
                case OperandType.InlineSwitch:
                    at += 4 + 4 * BitConverter.ToInt32(code, at);
                    continue;
                case OperandType.InlineMethod:
                    var method = scope.Method(BitConverter.ToInt32(code, at));
                    var replacement = code[start] is Call or CallVirtual && method is MethodInfo called ? exchange(called, constrained) : null;
                    if (replacement is not null)
                    {
                        code[start] = Call;
                        if (prefix >= 0) code.AsSpan(prefix, start - prefix).Clear();     // nothing, which is nop
                    }
                    Put(code, at, replacement is null ? scope.Token(method) : info.GetTokenFor(replacement));
                    break;
                case OperandType.InlineType when opCode == OpCodes.Constrained:
                    (prefix, constrained) = (start, scope.Type(BitConverter.ToInt32(code, at)));
                    Put(code, at, info.GetTokenFor(constrained.TypeHandle));
                    at += 4;
                    continue;
                case OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineString:
                    Put(code, at, scope.Translate(opCode.OperandType, BitConverter.ToInt32(code, at)));
                    break;
            }
            at += OperandSize(opCode.OperandType);
            (prefix, constrained) = (-1, null);
        }
        info.SetCode(code, body.MaxStackSize);
        info.SetLocalSignature(Locals(body));
        info.SetExceptions(Handlers(body, info));
        return true;
    }

    static void Put(byte[] code, int at, int token) => BitConverter.TryWriteBytes(code.AsSpan(at), token);

    static int OperandSize(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    static byte[] Locals(MethodBody body)
    {
        var locals = SignatureHelper.GetLocalVarSigHelper();
        foreach (var local in body.LocalVariables) locals.AddArgument(local.LocalType, local.IsPinned);
        return locals.GetSignature();
    }

    /// <summary>The table of exception handlers, in the fat form of ECMA-335 II.25.4.6.</summary>
    static byte[] Handlers(MethodBody body, DynamicILInfo info)
    {
        const int Header = 4, Clause = 24;
        const byte FatTable = 0x41;
        var size = Header + Clause * body.ExceptionHandlingClauses.Count;
        using var table = new MemoryStream(size);
        using var writer = new BinaryWriter(table);
        writer.Write(size << 8 | FatTable);
        foreach (var clause in body.ExceptionHandlingClauses)
        {
            writer.Write((int)clause.Flags);
            writer.Write(clause.TryOffset);
            writer.Write(clause.TryLength);
            writer.Write(clause.HandlerOffset);
            writer.Write(clause.HandlerLength);
            writer.Write(clause.Flags switch
            {
                ExceptionHandlingClauseOptions.Clause => info.GetTokenFor(clause.CatchType!.TypeHandle),
                ExceptionHandlingClauseOptions.Filter => clause.FilterOffset,
                _ => 0,
            });
        }
        return table.ToArray();
    }

    /// <summary>What the tokens in a method's code mean, and what they are in the copy's.</summary>
    [RequiresUnreferencedCode("Reads the code of a method.")]
    sealed class Scope(MethodInfo source, DynamicILInfo info)
    {
        readonly Type[] _typeArguments = source.DeclaringType!.GetGenericArguments();

        public MethodBase Method(int token) => source.Module.ResolveMethod(token, _typeArguments, null)!;

        public Type Type(int token) => source.Module.ResolveType(token, _typeArguments, null);

        public int Token(MethodBase method) => method.DeclaringType is { } type
            ? info.GetTokenFor(method.MethodHandle, type.TypeHandle)
            : info.GetTokenFor(method.MethodHandle);

        public int Translate(OperandType kind, int token)
        {
            if (kind == OperandType.InlineString) return info.GetTokenFor(source.Module.ResolveString(token));
            return source.Module.ResolveMember(token, _typeArguments, null) switch
            {
                Type type => info.GetTokenFor(type.TypeHandle),
                FieldInfo field => info.GetTokenFor(field.FieldHandle, field.DeclaringType!.TypeHandle),
                MethodBase method => Token(method),
                _ => throw new NotSupportedException(),
            };
        }
    }
}
