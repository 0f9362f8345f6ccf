namespace Temporalio.Common;

/// <summary>What this SDK calls itself towards the server.</summary>
internal static class SdkInfo
{
    /// <summary>The name, as every .NET client has it.</summary>
    public const string Name = "temporal-dotnet";

    /// <summary>The version of the official SDK whose public API this one follows.</summary>
    public const string Version = "1.9.0";
}
