using System.Reflection;

namespace TemporalVideo.Conformance.Tests.SourceCompatibility;

/// <summary>What code outside of an assembly can reach.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Members that the compiler makes, or that every type has.</summary>
    private static readonly HashSet<string> OfEveryType =
        ["<Clone>$", "PrintMembers", "EqualityContract", "Equals", "GetHashCode", "ToString", "Deconstruct", "value__"];

    /// <summary>Names of a type's own members; <c>new</c> for its constructors.</summary>
    public static IReadOnlySet<string> Members(Type type) => type.GetMembers(Declared)
        .Where(IsReachable)
        .Select(member => member is ConstructorInfo ? "new" : member.Name)
        .Where(name => !OfEveryType.Contains(name))
        .ToHashSet();

    private static bool IsReachable(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsReachable(constructor),
        MethodInfo method => IsReachable(method) && !method.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsReachable),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo => true,
        _ => false,
    };

    private static bool IsReachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
