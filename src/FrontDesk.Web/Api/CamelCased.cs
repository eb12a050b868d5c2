using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrontDesk.Web.Api;

/// <summary>In the API a case is its name in camel case.</summary>
public sealed class CamelCased<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
