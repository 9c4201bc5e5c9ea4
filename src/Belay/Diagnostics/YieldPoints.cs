using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Belay;

/// <summary>
/// Finds where a state machine suspends itself. The PDB lists those places too, but not which state belongs to which, and states
/// are not numbered in the order of the code. Only the code says: before it leaves it stores the constant in its state field.
/// </summary>
internal static class YieldPoints
{
    /// <summary>For each state at an await the offset in the code just after it was stored.</summary>
    internal static Dictionary<int, int> Read(BlobReader code, MetadataReader metadata)
    {
        var offsets = new Dictionary<int, int>();
        var constant = -1;
        while (code.RemainingBytes > 0)
        {
            var operation = ReadOperation(ref code);
            if (operation == ILOpCode.Stfld)
            {
                var field = code.ReadInt32();
                // States below 0 are those of code that runs, has not begun or has ended.
                if (constant >= 0 && IsStateField(field, metadata)) offsets.TryAdd(constant, code.Offset);
            }
            else if (ReadConstant(operation, ref code) is { } value) constant = value;
            else code.Offset += OperandSize(operation, code);
        }
        return offsets;
    }

    static ILOpCode ReadOperation(ref BlobReader code)
    {
        var first = code.ReadByte();
        return first == 0xFE ? (ILOpCode)(0xFE00 | code.ReadByte()) : (ILOpCode)first;
    }

    static int? ReadConstant(ILOpCode operation, ref BlobReader code) => operation switch
    {
        >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8 => operation - ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s => code.ReadSByte(),
        ILOpCode.Ldc_i4 => code.ReadInt32(),
        _ => null,
    };

    /// <summary>In a generic type the code refers to the field through a reference, else to its definition.</summary>
    static bool IsStateField(int token, MetadataReader metadata)
    {
        var handle = MetadataTokens.EntityHandle(token);
        var name = handle.Kind switch
        {
            HandleKind.FieldDefinition => metadata.GetFieldDefinition((FieldDefinitionHandle)handle).Name,
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)handle).Name,
            _ => default,
        };
        return metadata.StringComparer.Equals(name, "<>1__state");
    }

    /// <summary>What follows an operation in the code: ECMA-335, partition III.</summary>
    static int OperandSize(ILOpCode operation, BlobReader code) => operation switch
    {
        ILOpCode.Switch => sizeof(int) * (code.ReadInt32() + 1),
        ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8 => 8,
        (>= ILOpCode.Ldarg_s and <= ILOpCode.Stloc_s) or ILOpCode.Unaligned => 1,
        >= ILOpCode.Ldarg and <= ILOpCode.Stloc => 2,
        _ when operation.IsBranch() => operation.GetBranchOperandSize(),
        _ => TakesFourBytes(operation) ? 4 : 0,
    };

    static bool TakesFourBytes(ILOpCode operation) => operation is
        ILOpCode.Ldc_r4 or ILOpCode.Jmp or ILOpCode.Call or ILOpCode.Calli
        or (>= ILOpCode.Callvirt and <= ILOpCode.Castclass) or ILOpCode.Isinst or ILOpCode.Unbox
        or (>= ILOpCode.Ldfld and <= ILOpCode.Stobj) or ILOpCode.Box or ILOpCode.Newarr or ILOpCode.Ldelema
        or ILOpCode.Ldelem or ILOpCode.Stelem or ILOpCode.Unbox_any or ILOpCode.Refanyval or ILOpCode.Mkrefany or ILOpCode.Ldtoken
        or ILOpCode.Ldftn or ILOpCode.Ldvirtftn or ILOpCode.Initobj or ILOpCode.Constrained or ILOpCode.Sizeof;
}
